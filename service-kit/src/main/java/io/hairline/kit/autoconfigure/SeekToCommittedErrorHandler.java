package io.hairline.kit.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A topic consumer throws only while a server is away: then the poll comes again, paused, without end.
 *
 * <p>What goes wrong beside it, such as a partition that is taken away just as its position is asked, loses a poll that
 * was fetched already: the consumer would read on behind it. So it goes back to what is committed; repeats do no harm.
 */
final class SeekToCommittedErrorHandler extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(SeekToCommittedErrorHandler.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    SeekToCommittedErrorHandler() {
        super(backOff());
        setClassifications(Map.of(), true);
    }

    private static ExponentialBackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }

    @Override
    public void handleOtherException(
            Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        log.warn("consumer goes back to what is committed reason={}", thrown.toString());
        while (container.isRunning()) {
            try {
                goBack(consumer);
                return;
            } catch (WakeupException | InterruptException _) {
                return;
            } catch (KafkaException | IllegalStateException e) {
                log.warn("consumer can't go back yet reason={}", e.toString());
                pause();
            }
        }
    }

    /** Fails if a partition is taken away meanwhile; then what is left is gone through again. */
    private static void goBack(Consumer<?, ?> consumer) {
        Set<TopicPartition> mine = Set.copyOf(consumer.assignment());
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(mine, PATIENCE);
        for (TopicPartition it : mine) {
            OffsetAndMetadata reached = committed.get(it);
            if (reached == null) {
                consumer.seekToBeginning(List.of(it));
            } else {
                consumer.seek(it, reached.offset());
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
