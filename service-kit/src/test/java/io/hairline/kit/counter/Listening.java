package io.hairline.kit.counter;

import io.hairline.contracts.wire.Attributes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Somebody who reads a whole topic from its beginning, and remembers all that was on it. */
public final class Listening implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    public Listening(TestWorld world) {
        Map<String, Object> config = new HashMap<>(world.kafka());
        config.put("enable.auto.commit", "false");
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, TestWorld.PARTITIONS)
                .mapToObj(it -> new TopicPartition(world.topic(), it))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public List<ConsumerRecord<String, byte[]>> records() {
        return records;
    }

    /** Events, without ticks. */
    public List<ConsumerRecord<String, byte[]>> events() {
        return records.stream().filter(it -> !isTick(it)).toList();
    }

    public int differentEvents() {
        return ids.size();
    }

    /** Reads until enough has been read. */
    public Listening until(Predicate<Listening> enough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!enough.test(this)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Heard only " + ids.size() + " events and " + records.size() + " records");
            }
            read(Duration.ofMillis(100));
        }
        return this;
    }

    public Listening untilEvents(int number) {
        return until(it -> it.differentEvents() >= number);
    }

    /** What comes within a time. */
    public Listening during(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            read(Duration.ofMillis(50));
        }
        return this;
    }

    private void read(Duration atMost) {
        consumer.poll(atMost).forEach(it -> {
            records.add(it);
            if (!isTick(it)) {
                ids.add(header(it, Attributes.ID));
            }
        });
    }

    /** Aggregates of which a version was on the topic for the first time before the version below it. */
    public List<String> outOfOrder() {
        Map<String, Long> last = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> it : events()) {
            long version = Long.parseLong(header(it, Attributes.AGGREGATE_VERSION));
            long before = last.getOrDefault(it.key(), 0L);
            if (version > before + 1) {
                wrong.add(it.key() + " " + version + " after " + before);
            }
            last.put(it.key(), Math.max(before, version));
        }
        return wrong;
    }

    public static boolean isTick(ConsumerRecord<String, byte[]> record) {
        return Attributes.TICK.equals(header(record, Attributes.TYPE));
    }

    public static Instant time(ConsumerRecord<String, byte[]> record) {
        return Instant.parse(header(record, Attributes.TIME));
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
