package io.hairline.launcher.system;

import io.hairline.contracts.wire.Attributes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads event topics without a consumer group and without commits: the past in order of recording, then live.
 *
 * @param kafka settings of a Kafka client that may read these topics
 */
public record EventTail(
        Map<String, Object> kafka,
        List<String> topics,
        Predicate<Event> filter,
        @Nullable Duration since) {

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    /** The newest lie near the end, and a tick for each partition and second before them. */
    private static final List<Duration> EVER_FURTHER_BACK =
            List.of(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ofDays(10), Duration.ofDays(100_000));

    /** One event as a person reads it. */
    public record Event(String topic, Map<String, String> attributes, String body) {

        static Event of(ConsumerRecord<String, String> message) {
            Map<String, String> attributes = new java.util.TreeMap<>();
            for (Header header : message.headers()) {
                byte[] value = header.value();
                attributes.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
            }
            @Nullable String body = message.value();
            return new Event(message.topic(), attributes, body == null ? "" : body);
        }

        /** An attribute of its envelope, empty if it has none. */
        public String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        public String subject() {
            return attribute(Attributes.SUBJECT);
        }

        boolean isTick() {
            return attribute(Attributes.TYPE).equals(Attributes.TICK);
        }

        String recordedAt() {
            return attribute(Attributes.RECORDED_AT);
        }

        public String line() {
            return "%-24s  %-42s %-31s v%-4s %-31s %s"
                    .formatted(
                            attribute(Attributes.TIME),
                            attribute(Attributes.TYPE),
                            subject(),
                            attribute(Attributes.AGGREGATE_VERSION),
                            attribute(Attributes.CLINIC_ID).isEmpty() ? "-" : attribute(Attributes.CLINIC_ID),
                            attribute(Attributes.ACTOR))
                    .stripTrailing();
        }

        public String json() {
            ObjectNode node = JsonMapper.shared().createObjectNode().put("topic", topic);
            attributes.forEach((name, value) -> node.put(name.replaceFirst("^ce_", ""), value));
            node.set("data", body.isEmpty() ? null : JsonMapper.shared().readTree(body));
            return node.toString();
        }
    }

    /** Returns how many of the past were printed. */
    public int read(int last, boolean follow, Consumer<Event> printer) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            Collection<Event> past = past(consumer, partitions, last);
            past.forEach(printer);
            while (follow) {
                consumer.poll(A_MOMENT).forEach(it -> accept(it, printer));
            }
            return past.size();
        }
    }

    private Collection<Event> past(KafkaConsumer<String, String> consumer, List<TopicPartition> partitions, int last) {
        if (last == 0) {
            consumer.seekToEnd(partitions);
            return List.of();
        }
        Collection<Event> found = List.of();
        for (Duration back : since == null ? EVER_FURTHER_BACK : List.of(since)) {
            found = newest(consumer, partitions, last, back);
            if (found.size() == last) {
                break;
            }
        }
        return found;
    }

    private Collection<Event> newest(
            KafkaConsumer<String, String> consumer, List<TopicPartition> partitions, int last, Duration back) {
        long from = Instant.now().minus(back).toEpochMilli();
        consumer.offsetsForTimes(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> Math.max(0, from))))
                .forEach((partition, offset) -> seek(consumer, partition, offset));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Comparator<Event> byRecording = Comparator.comparing(Event::recordedAt);
        PriorityQueue<Event> newest = new PriorityQueue<>(byRecording);
        while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
            consumer.poll(A_MOMENT)
                    .forEach(message -> accept(message, event -> {
                        newest.add(event);
                        if (newest.size() > last) {
                            newest.remove();
                        }
                    }));
        }
        return newest.stream().sorted(byRecording).collect(Collectors.toCollection(ArrayDeque::new));
    }

    private static void seek(
            KafkaConsumer<String, String> consumer, TopicPartition partition, @Nullable OffsetAndTimestamp offset) {
        if (offset == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, offset.offset());
        }
    }

    private void accept(ConsumerRecord<String, String> message, Consumer<Event> printer) {
        Event event = Event.of(message);
        if (!event.isTick() && filter.test(event)) {
            printer.accept(event);
        }
    }
}
