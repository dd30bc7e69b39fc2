package io.hairline.booking.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Calls;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnBooking
class ContactPublisherIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    EventLog eventLog;

    @Autowired
    HairlineProperties hairline;

    @Test
    void tellsOnItsOwnTopicHowToReachAClientAndNowhereElse() {
        TestClinic clinic = town.clinic("Europe/London", 1, 1);

        String client = Town.client(new Calls(port), clinic);

        awaitContact(client, "\"givenName\":", "\"email\":", "\"phone\":\"+", "\"version\":1", client);
        assertThat(eventLog.history(client))
                .singleElement()
                .satisfies(it -> assertThat(it.data()).doesNotContain("@", "+4", "givenName"));
    }

    @Test
    void tellsWhichClientStandsForAMergedOneUntilItIsUndone() {
        Calls calls = new Calls(port);
        TestClinic clinic = town.clinic("Europe/London", 1, 1);
        String client = Town.client(calls, clinic);
        String survivor = Town.client(calls, clinic);

        calls.post(clinic.desk(), "/clients/" + client + "/merge", Map.of("intoId", survivor));
        awaitContact(client, "\"version\":2", "\"mergedInto\":\"" + survivor + "\"");

        calls.post(clinic.desk(), "/clients/" + client + "/unmerge", Map.of());
        awaitContact(client, "\"version\":3", "\"mergedInto\":null");
    }

    /** Reads the topic until the client's latest state has these parts. */
    private void awaitContact(String client, String... parts) {
        Map<String, String> contacts = new HashMap<>();
        try (var consumer = consumer()) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                for (ConsumerRecord<String, byte[]> it : consumer.poll(Duration.ofMillis(200))) {
                    if (it.key().equals(client)) {
                        contacts.put(client, new String(it.value(), UTF_8));
                    }
                }
                assertThat(contacts).containsKey(client);
                assertThat(contacts.get(client)).contains(parts);
            });
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        String topic = hairline.topic(Topics.BOOKING_CONTACTS);
        Map<String, Object> config = TestInfrastructure.get().kafkaClient();
        config.put("isolation.level", "read_committed");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
