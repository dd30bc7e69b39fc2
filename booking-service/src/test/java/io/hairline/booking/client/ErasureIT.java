package io.hairline.booking.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.identity.IdentityEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is left in booking of a client who wants to be erased, and what the report says of the others. */
@OnBooking
class ErasureIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    EventLog eventLog;

    @Autowired
    HairlineProperties hairline;

    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> person;
    private String client;

    @BeforeEach
    void register() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        person = Town.newcomer(clinic);
        client = calls.post(clinic.desk(), "/clients", person).id();
    }

    private Answer erase(String who) {
        return calls.post(who, "/clients/" + client + "/erase", null);
    }

    private void answer(String id) {
        ClientId erased = new ClientId(id);
        List<String> some = List.of("SOMETHING");
        others.tell(new TreatmentEvent.ClientDataErased(
                erased, some, List.of(new KeptData("CHART", "HEALTH_RECORDS", LocalDate.of(2036, 12, 31)))));
        others.tell(new NotificationEvent.ClientDataErased(erased, some, List.of()));
        others.tell(new IdentityEvent.ClientDataErased(erased, some, List.of()));
        others.tell(new HeadOfficeEvent.ClientDataErased(erased, List.of(), List.of()));
    }

    private Document stored(String collection, String id) {
        return Objects.requireNonNull(mongo.findById(id, Document.class, collection));
    }

    @Test
    void leavesNothingThatSaysWhoTheClientWas() {
        String email = (String) person.get("email");
        String enquiry = calls.post(
                        Town.guest(), "/enquiries", Map.of("name", "Ada", "contact", email, "wish", "Hair."))
                .id();
        Answer booked = calls.post(client, "/appointments", clinic.slotFor(client, "CONSULTATION", clinic.at(9, 0)));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);

        Answer tooEarly = erase(client);

        assertThat(tooEarly.problem()).isEqualTo("/problems/erasure-not-yet");
        assertThat(tooEarly.text("/appointments/0")).isEqualTo(booked.id());
        calls.post(
                client,
                "/appointments/" + booked.id() + "/cancel",
                Map.of("reasonCode", "CLIENT_REQUEST", "reason", "I move away."));
        assertThat(erase(clinic.desk()).status()).isEqualTo(403);
        assertThat(erase(town.clinic("Europe/London", 1, 1).manager()).status()).isEqualTo(404);

        Answer erasure = erase(client);

        assertThat(erasure.status()).as(erasure.body().toString()).isEqualTo(201);
        assertThat(erasure.text("/status")).isEqualTo("RUNNING");
        assertThat(erasure.body().at("/services/0/erased").valueStream().map(it -> it.asString()))
                .contains("PARTICULARS", "REASONS", "ENQUIRIES");
        assertThat(stored("clients", client)).doesNotContainKey("particulars").doesNotContainKey("mergedInto");
        assertThat(stored("clients", client).get("keys", Document.class).getString("phone"))
                .isEmpty();
        assertThat(stored("enquiries", enquiry).getString("contactToken")).isEmpty();
        assertThat(calls.get(clinic.desk(), "/enquiries/" + enquiry).text("/name"))
                .isEmpty();
        assertThat(calls.get(clinic.desk(), "/clients/" + client).status()).isEqualTo(404);
        assertThat(calls.get(clinic.desk(), "/clients?query=" + email)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(calls.post(clinic.desk(), "/appointments", clinic.slotFor(client, "CONSULTATION", clinic.at(9, 0)))
                        .status())
                .isEqualTo(404);
        assertThat(eventLog.history(client))
                .last()
                .satisfies(it -> assertThat(it.type()).isEqualTo("booking.ClientErased.v1"));
        assertThat(lastContact()).isEqualTo("nothing");

        assertThat(erase(client).id()).isEqualTo(erasure.id());
        answer(client);
        answer(client);

        Answer report = calls.get(clinic.manager(), "/erasures/" + erasure.id());
        assertThat(report.text("/status")).isEqualTo("DONE");
        assertThat(report.text("/services/1/kept/0/until")).isEqualTo("2036-12-31");
        assertThat(calls.get(clinic.manager(), "/erasures?clinicId=" + clinic.id())
                        .text("/items/0/id"))
                .isEqualTo(erasure.id());
        assertThat(calls.get(town.clinic("Europe/London", 1, 1).manager(), "/erasures/" + erasure.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesTheRecordsWithThatWereMergedIntoTheClient() {
        Map<String, Object> again = new HashMap<>(person);
        again.put("email", "other." + person.get("email"));
        again.put("allowDuplicate", true);
        String merged = calls.post(clinic.desk(), "/clients", again).id();
        assertThat(calls.post(clinic.desk(), "/clients/" + merged + "/merge", Map.of("intoId", client))
                        .status())
                .isEqualTo(200);

        Answer erasure = erase(clinic.manager());

        assertThat(erasure.status()).as(erasure.body().toString()).isEqualTo(201);
        assertThat(stored("clients", merged)).doesNotContainKey("particulars");
        answer(client);
        assertThat(calls.get(clinic.manager(), "/erasures/" + erasure.id()).text("/status"))
                .isEqualTo("RUNNING");
        answer(merged);
        assertThat(calls.get(clinic.manager(), "/erasures/" + erasure.id()).text("/status"))
                .isEqualTo("DONE");
        assertThat(calls.post(clinic.desk(), "/clients/" + merged + "/unmerge", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void waitsUntilCreditIsUsedUp() {
        Answer sold = calls.post(
                clinic.desk(),
                "/prepaid",
                Map.of(
                        "clientId",
                        client,
                        "clinicId",
                        clinic.id().value(),
                        "amount",
                        Map.of("amount", "50.00", "currency", "GBP"),
                        "method",
                        "CASH"));
        assertThat(sold.status()).as(sold.body().toString()).isEqualTo(201);

        Answer refused = erase(client);

        assertThat(refused.problem()).isEqualTo("/problems/erasure-not-yet");
        assertThat(refused.text("/credit/0/amount")).isEqualTo("50.00");
        assertThat(calls.get(client, "/clients/" + client).status()).isEqualTo(200);
    }

    /** The latest state of the client on the topic of contacts. */
    private String lastContact() {
        Map<String, String> contacts = new HashMap<>();
        try (var consumer = consumer()) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(it ->
                                contacts.put(it.key(), it.value() == null ? "nothing" : new String(it.value(), UTF_8)));
                assertThat(contacts).containsEntry(client, "nothing");
            });
        }
        return Objects.requireNonNull(contacts.get(client));
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
