package io.hairline.kit.time;

import io.hairline.contracts.wire.Topics;
import io.hairline.kit.HairlineProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Follows the offset of demo time on its compacted topic, in every instance; only a demo has one. */
public final class DemoClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoClock.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration UNTIL_READ = Duration.ofSeconds(10);

    private final BusinessClock clock;
    private final HairlineProperties hairline;
    private final TopicPartition partition;
    private volatile boolean running;
    private volatile boolean readToEnd;

    public DemoClock(BusinessClock clock, HairlineProperties hairline) {
        this.clock = clock;
        this.hairline = hairline;
        this.partition = new TopicPartition(hairline.topic(Topics.DEMO_CLOCK), 0);
    }

    /**
     * Moves business time to {@code instant} everywhere. Each offset has a key of its own, so that compaction never keeps
     * a lower one and drops a higher. Earlier than now changes nothing.
     *
     * @throws KafkaException if the broker doesn't take it within five seconds
     */
    public void moveTo(Instant instant) {
        Duration offset = clock.offset().plus(Duration.between(clock.instant(), instant));
        Map<String, Object> config = hairline.kafkaClient();
        config.putAll(
                Map.of("acks", "all", "delivery.timeout.ms", 5000, "request.timeout.ms", 3000, "max.block.ms", 3000));
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(partition.topic(), 0, offset.toString(), offset.toString()))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("The demo clock could not be moved", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The demo clock could not be moved", e);
        }
        clock.moveTo(offset);
    }

    /** Whether this service is the one that may write the clock's topic. */
    boolean isMovedHere() {
        return Topics.all("").stream()
                .anyMatch(
                        it -> it.name().equals(Topics.DEMO_CLOCK) && it.writer().equals(hairline.service()));
    }

    public boolean isReadToEnd() {
        return readToEnd;
    }

    /** Returns when it has read how far time was moved; without a broker after ten seconds, and the service isn't ready. */
    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("demo-clock").start(this::follow);
        long end = System.nanoTime() + UNTIL_READ.toNanos();
        while (!readToEnd && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Before anybody is served and any event is heard, which must not happen at the wrong time. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    private void follow() {
        while (running) {
            Map<String, Object> config = hairline.kafkaClient();
            config.put("enable.auto.commit", false);
            try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                read(consumer);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException _) {
                return;
            } catch (KafkaException e) {
                log.warn("demo-clock waits for kafka reason={}", e.getClass().getSimpleName());
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

    private void read(Consumer<String, String> consumer) {
        while (running) {
            consumer.poll(Duration.ofMillis(250)).forEach(it -> follow(it.value()));
            if (!readToEnd) {
                long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                readToEnd = consumer.position(partition) >= end;
            }
        }
    }

    private void follow(String offset) {
        try {
            clock.moveTo(Duration.parse(offset));
        } catch (DateTimeParseException e) {
            log.warn("demo-clock skipped a value that is no duration");
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
