package io.hairline.kit.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.wire.Topics.Topic;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

class SeekToCommittedErrorHandlerIT {

    private final TestInfrastructure servers = TestInfrastructure.get();
    private final String topic = servers.namespace() + "again";
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean takenAway = new AtomicBoolean();

    /** Its next poll that brings something is lost on the way to the listener, as Spring Kafka may lose one. */
    private final class LosingConsumer extends KafkaConsumer<String, String> {
        LosingConsumer(Map<String, Object> config) {
            super(config);
        }

        @Override
        public ConsumerRecords<String, String> poll(Duration timeout) {
            ConsumerRecords<String, String> records = super.poll(timeout);
            if (!records.isEmpty() && takenAway.compareAndSet(true, false)) {
                throw new IllegalStateException("You can only check the position for partitions assigned");
            }
            return records;
        }
    }

    @Test
    void losesNothingThatWasFetchedWhenAPartitionWasTakenAway() throws Exception {
        servers.kafkaAccess().create(List.of(new Topic(topic, 3, Map.of())));
        var container = new KafkaMessageListenerContainer<>(consumers(), properties());
        container.setCommonErrorHandler(new SeekToCommittedErrorHandler());
        container.start();
        try (var producer = producer()) {
            send(producer, "before", 20);
            await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() == 20);
            takenAway.set(true);

            send(producer, "after", 20);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(heard).contains(names("after", 20)));
            assertThat(takenAway).isFalse();
        } finally {
            container.stop();
        }
    }

    private static String[] names(String what, int count) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            names.add(what + number);
        }
        return names.toArray(String[]::new);
    }

    private void send(KafkaProducer<String, String> producer, String what, int count) throws Exception {
        for (String name : names(what, count)) {
            producer.send(new ProducerRecord<>(topic, name, name)).get();
        }
    }

    private ContainerProperties properties() {
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setMessageListener(
                (BatchMessageListener<String, String>) records -> records.forEach(it -> heard.add(it.value())));
        return properties;
    }

    private ConsumerFactory<String, String> consumers() {
        Map<String, Object> config = servers.kafkaClient();
        config.putAll(Map.of(
                "group.id",
                topic,
                "group.protocol",
                "consumer",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class));
        return new DefaultKafkaConsumerFactory<>(config) {
            @Override
            protected Consumer<String, String> createRawConsumer(Map<String, Object> all) {
                return new LosingConsumer(all);
            }
        };
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(servers.kafkaClient(), new StringSerializer(), new StringSerializer());
    }
}
