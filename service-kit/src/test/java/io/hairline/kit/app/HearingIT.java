package io.hairline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.wire.Topics;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.consumer.ConsumerLagHealth;
import io.hairline.kit.consumer.ParkedEndpoint;
import io.hairline.kit.counter.Counter;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Wire;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;

@KitOnRealServers
class HearingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private EventLog events;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private ConsumerLagHealth caughtUp;

    @Autowired
    private ParkedEndpoint parked;

    @Autowired
    private HairlineProperties hairline;

    @Autowired
    private Wire wire;

    @AfterEach
    void mend() {
        wire.mend();
        KitApplication.POISON.clear();
    }

    private void create(String id) {
        events.record(Counter.class, () -> Counter.created(id));
    }

    private void move(String id) {
        events.record(
                Counter.class,
                () -> Objects.requireNonNull(mongo.findById(id, Counter.class)).moved(1));
    }

    private long effects(String id) {
        return mongo.getCollection("effects").countDocuments(new Document("counter", id));
    }

    private void send(@Nullable String key, byte @Nullable [] body, Map<String, String> headers) {
        Map<String, Object> config = TestInfrastructure.get().kafkaClient();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(hairline.topic(Topics.TREATMENT_EVENTS), key, body);
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(record);
        }
    }

    @Test
    void hearsWhatWasRecordedOnce() {
        create("heard");
        LongStream.range(0, 20).forEach(_ -> move("heard"));

        await().atMost(PATIENCE).until(() -> effects("heard") == 21);
        await().during(Duration.ofMillis(500)).until(() -> effects("heard") == 21);
    }

    @Test
    void isReadyWhenAllThatWasThereIsHeard() {
        create("ready");

        await().atMost(PATIENCE).until(() -> caughtUp.health().getStatus().equals(Status.UP));
    }

    @Test
    void passesOverWhatIsNoEvent() {
        send("noise", null, Map.of());
        send(null, new byte[0], Map.of("ce_type", "x", "a.b$c", "y"));
        send("noise", new byte[900_000], Map.of());
        create("afternoise");

        await().atMost(PATIENCE).until(() -> effects("afternoise") == 1);
        await().atMost(PATIENCE)
                .until(() -> parked.list().stream()
                                .filter(it -> it.reason().startsWith("Unreadable"))
                                .count()
                        >= 3);
    }

    @Test
    void parksPoisonAndReplaysItInOrder() {
        KitApplication.POISON.add("poisoned");
        create("poisoned");
        move("poisoned");
        create("healthy");

        await().atMost(PATIENCE).until(() -> effects("healthy") == 1);
        await().atMost(PATIENCE)
                .until(() -> parked.list().stream()
                                .filter(it -> it.subject().equals("poisoned"))
                                .count()
                        == 2);
        KitApplication.POISON.clear();
        parked.replay(false);

        assertThat(effects("poisoned")).isEqualTo(2);
        assertThat(parked.list()).noneMatch(it -> it.subject().equals("poisoned"));
    }

    @Test
    void throwsAwayWhatIsNoEventAndNothingElse() {
        KitApplication.POISON.add("kept");
        create("kept");
        send("junk", new byte[0], Map.of("ce_id", "evt_junk"));
        await().atMost(PATIENCE)
                .until(() -> places().findAny().isPresent()
                        && parked.list().stream().anyMatch(it -> it.subject().equals("kept")));
        String place = places().findAny().orElseThrow();

        assertThat(parked.discard("kept")).containsEntry("discarded", 0L);
        assertThat(parked.discard("kept|1")).containsEntry("discarded", 0L);
        assertThat(parked.discard(place)).containsEntry("discarded", 1L);
        assertThat(parked.discard(place)).containsEntry("discarded", 0L);

        assertThat(places()).doesNotContain(place);
        KitApplication.POISON.clear();
        parked.replay(false);
        assertThat(effects("kept")).isEqualTo(1);
    }

    /** Of records without an envelope. */
    private Stream<String> places() {
        return parked.list().stream().filter(it -> it.version() == 0).map(ParkedEndpoint.Line::subject);
    }

    @Test
    void waitsWhileTheDatabaseIsAwayAndLosesNothing() {
        create("cut");
        await().atMost(PATIENCE).until(() -> effects("cut") == 1);
        int parkedBefore = parked.list().size();
        wire.cut();
        for (long version = 2; version <= 6; version++) {
            send(
                    "cut",
                    "{\"counterId\":\"cut\",\"step\":1,\"padding\":\"\"}".getBytes(StandardCharsets.UTF_8),
                    Map.of(
                            "ce_id", "evt_cut" + version,
                            "ce_source", "/hairline/treatment",
                            "ce_type", "counter.CounterMoved.v1",
                            "ce_subject", "cut",
                            "ce_aggregateversion", String.valueOf(version),
                            "ce_time", "2027-01-12T09:00:00Z"));
        }
        await().pollDelay(Duration.ofSeconds(8)).until(() -> true);

        wire.mend();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> effects("cut") == 6);
        assertThat(parked.list()).hasSize(parkedBefore);
    }
}
