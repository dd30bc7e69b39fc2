package io.hairline.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

class KafkaBatchSenderIT {

    private static final int PARTITIONS = 60;
    private static final int RECORDS = 20_000;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Map<String, Object> kafka = TestInfrastructure.get().kafkaClient();
    private final String topic = TestInfrastructure.get().namespace() + "fresh" + NUMBER.incrementAndGet();

    @RepeatedTest(2)
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void keepsTheOrderOnATopicWhosePartitionsAreJustGettingTheirLeaders() throws Exception {
        try (Admin admin = Admin.create(kafka);
                KafkaBatchSender sender = new KafkaBatchSender(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();

            sender.send(
                    IntStream.range(0, RECORDS)
                            .mapToObj(it -> new ProducerRecord<>(
                                    topic,
                                    it % PARTITIONS,
                                    "key",
                                    Integer.toString(it).getBytes(StandardCharsets.UTF_8)))
                            .toList(),
                    () -> true);
        }

        Map<Integer, List<Integer>> arrived = firstAppearances();
        arrived.forEach((_, numbers) -> assertThat(numbers).isSorted());
        assertThat(arrived.values().stream().mapToInt(List::size).sum()).isEqualTo(RECORDS);
    }

    private Map<Integer, List<Integer>> firstAppearances() {
        Map<Integer, List<Integer>> seen = new HashMap<>();
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                    .mapToObj(it -> new TopicPartition(topic, it))
                    .toList();
            consumer.assign(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> {
                    List<Integer> numbers = seen.computeIfAbsent(it.partition(), _ -> new ArrayList<>());
                    int number = Integer.parseInt(new String(it.value(), StandardCharsets.UTF_8));
                    if (!numbers.contains(number)) {
                        numbers.add(number);
                    }
                });
            }
        }
        return seen;
    }
}
