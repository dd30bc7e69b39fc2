package io.hairline.kit.consumer;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.events.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic's events again from its beginning, beside the service's own consumer: nothing is marked as seen, nothing is
 * parked, and no group's offsets move.
 */
public final class TopicReplay {

    private static final Logger log = LoggerFactory.getLogger(TopicReplay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 2_000;
    private static final int BYTES_PER_PARTITION = 512 * 1024;

    private final HairlineProperties hairline;

    public TopicReplay(HairlineProperties hairline) {
        this.hairline = hairline;
    }

    /**
     * How far a replay is.
     *
     * @param read events, those that failed included
     * @param failed events that can't be handled
     */
    public record Progress(long read, long failed) {

        public static final Progress NONE = new Progress(0, 0);

        public Progress plus(Progress other) {
            return new Progress(read + other.read, failed + other.failed);
        }
    }

    /**
     * Hands all events up to the end that the topic has now to a consumer. While MongoDB is away it waits.
     *
     * @param transaction runs what it is given in one transaction; what fails comes again in smaller parts
     * @param goesOn asked after each part; the replay ends early when it says no
     */
    public <E extends DomainEvent> Progress read(
            String topic, EventConsumer<E> consumer, Consumer<Runnable> transaction, Predicate<Progress> goesOn) {
        EventDispatcher<E> dispatcher = new EventDispatcher<>(consumer.hears(), List.of(consumer));
        Map<String, Object> config = hairline.kafkaClient();
        config.put("max.poll.records", MOST_AT_ONCE);
        config.put("max.partition.fetch.bytes", BYTES_PER_PARTITION);
        try (KafkaConsumer<byte[], byte[]> kafka =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = kafka.partitionsFor(hairline.topic(topic)).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            Progress progress = Progress.NONE;
            while (ends.entrySet().stream().anyMatch(it -> kafka.position(it.getKey()) < it.getValue())) {
                List<ReceivedEvent> events = new ArrayList<>();
                for (ConsumerRecord<byte[], byte[]> it : kafka.poll(POLL)) {
                    read(it, topic, dispatcher, events);
                }
                progress = progress.plus(hand(events, dispatcher, transaction, goesOn));
                if (!goesOn.test(progress)) {
                    return progress;
                }
            }
            return progress;
        }
    }

    /** What the service's own consumer parks or skips isn't handled here either. */
    private static void read(
            ConsumerRecord<byte[], byte[]> record,
            String topic,
            EventDispatcher<?> dispatcher,
            List<ReceivedEvent> events) {
        Map<String, String> headers = ReceivedEvent.headersOf(record);
        if (!dispatcher.knows(headers.getOrDefault(Attributes.TYPE, ""))
                || !Attributes.sourceOf(topic).equals(headers.get(Attributes.SOURCE))) {
            return;
        }
        try {
            events.add(ReceivedEvent.of(headers, record.value()));
        } catch (ReceivedEvent.Unreadable e) {
            log.warn("replay passes over topic={} offset={}", record.topic(), record.offset());
        }
    }

    private static Progress hand(
            List<ReceivedEvent> events,
            EventDispatcher<?> dispatcher,
            Consumer<Runnable> transaction,
            Predicate<Progress> goesOn) {
        if (events.isEmpty()) {
            return Progress.NONE;
        }
        while (true) {
            try {
                transaction.accept(() -> events.forEach(dispatcher::handle));
                return new Progress(events.size(), 0);
            } catch (RuntimeException e) {
                boolean away = Failures.areAway(e) && (events.size() == 1 || !Failures.mayBeTooMuch(e));
                if (!away) {
                    return parts(events, dispatcher, transaction, goesOn, e);
                }
                log.warn("replay waits and tries again reason={}", e.getClass().getSimpleName());
                if (!pause() || !goesOn.test(Progress.NONE)) {
                    return Progress.NONE;
                }
            }
        }
    }

    private static Progress parts(
            List<ReceivedEvent> events,
            EventDispatcher<?> dispatcher,
            Consumer<Runnable> transaction,
            Predicate<Progress> goesOn,
            RuntimeException e) {
        if (events.size() == 1) {
            ReceivedEvent it = events.getFirst();
            log.warn(
                    "replay can't handle event={} type={} reason={}",
                    it.id(),
                    it.type(),
                    e.getClass().getSimpleName());
            return new Progress(1, 1);
        }
        int half = events.size() / 2;
        return hand(events.subList(0, half), dispatcher, transaction, goesOn)
                .plus(hand(events.subList(half, events.size()), dispatcher, transaction, goesOn));
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
