package io.hairline.benchmarks;

import io.hairline.contracts.wire.Attributes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears a service's events from now on: how old each is when it comes, and whether any comes out of order. */
final class EventProbe implements AutoCloseable {

    private final Timings ages = new Timings();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong outOfOrder = new AtomicLong();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Map<String, Long> versions = new HashMap<>();
    private final Thread thread;

    EventProbe(Map<String, Object> kafka, String topic) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.putAll(Map.of("enable.auto.commit", false, "fetch.min.bytes", 1, "fetch.max.wait.ms", 50));
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("listener").start(() -> poll(consumer));
    }

    private void poll(KafkaConsumer<String, byte[]> consumer) {
        try (consumer) {
            while (running.get()) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::count);
            }
        }
    }

    private void count(ConsumerRecord<String, byte[]> record) {
        Header recordedAt = record.headers().lastHeader(Attributes.RECORDED_AT);
        if (recordedAt == null) {
            return;
        }
        ages.add(Duration.between(Instant.parse(text(recordedAt)), Instant.now()), 200);
        long version = Long.parseLong(text(record.headers().lastHeader(Attributes.AGGREGATE_VERSION)));
        long before = versions.getOrDefault(record.key(), 0L);
        if (version == before + 1) {
            versions.put(record.key(), version);
            heard.incrementAndGet();
        } else if (version > before + 1) {
            outOfOrder.incrementAndGet();
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    Timings ages() {
        return ages;
    }

    /** First appearances in their order. */
    long heard() {
        return heard.get();
    }

    /** Events that came before their predecessor. */
    long outOfOrder() {
        return outOfOrder.get();
    }

    @Override
    public void close() {
        running.set(false);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
