package io.hairline.acceptance.world;

import io.hairline.contracts.wire.Attributes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A topic, read from its first offset without a consumer group.
 *
 * @param kafka settings of a Kafka client that may read it
 */
public record Topic(Map<String, Object> kafka, String name) {

    /** One event's envelope. */
    public record Sent(String id, String type, String subject, long version) {}

    /** Every event, each partition in its order, repeats included, ticks left out. */
    public List<Sent> events() {
        List<Sent> events = new ArrayList<>();
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(it -> new TopicPartition(name, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                for (ConsumerRecord<String, byte[]> it : consumer.poll(Duration.ofMillis(200))) {
                    if (!header(it, Attributes.TYPE).equals(Attributes.TICK)) {
                        events.add(sent(it));
                    }
                }
            }
        }
        return events;
    }

    private static Sent sent(ConsumerRecord<String, byte[]> it) {
        return new Sent(
                header(it, Attributes.ID),
                header(it, Attributes.TYPE),
                header(it, Attributes.SUBJECT),
                Long.parseLong(header(it, Attributes.AGGREGATE_VERSION)));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
