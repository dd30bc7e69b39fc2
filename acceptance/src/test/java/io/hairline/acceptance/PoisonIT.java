package io.hairline.acceptance;

import static io.hairline.acceptance.world.Franchise.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.EventPublisher;
import io.hairline.acceptance.world.Franchise.OpenClinic;
import io.hairline.acceptance.world.World;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Rubbish on head office's topic: it is put aside with its reason, and nobody else waits for it. */
@ResourceLock("booking")
class PoisonIT {

    private static final LocalDate DATE = LocalDate.of(2030, 1, 1);
    /** Two seconds is the aim; the rest is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final World world = World.healed();
    private final EventPublisher publisher = world.franchise().publisher();

    @Test
    void letsTheOthersGoOnAndShowsWhatIsParked() {
        String badJson = poisoned(record -> body(record, "{not json".getBytes(UTF_8)));
        goesOn();
        String huge = poisoned(record -> body(record, "x".repeat(900_000).getBytes(UTF_8)));
        goesOn();
        String contradicting = poisoned(record -> body(record, otherClinicsBody()));
        goesOn();
        world.servers().kafkaServer().kill();
        world.servers().kafkaServer().start();
        long withoutEnvelope = unreadable();
        publisher.repeat(List.of(publisher.record("nobody", Map.of(), "{}".getBytes(UTF_8))));
        String unknown = unknownType();
        goesOn();

        await().atMost(SOON).until(() -> unreadable() == withoutEnvelope + 1);
        for (String subject : List.of(badJson, huge, contradicting)) {
            assertThat(states(subject)).containsExactly("FAILED", "WAITING");
        }
        assertThat(states(unknown)).containsExactly("SKIPPED");
        assertThat(world.bookings()
                        .getFirst()
                        .operator()
                        .get("/actuator/parked")
                        .body()
                        .toString())
                .doesNotContain("not json");
    }

    @Test
    void keepsWhatIsParkedFromStrangers() {
        Answer answer = world.bookings().getFirst().stranger().get("/actuator/parked");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void handlesWhatWaitedOnceTheGoodVersionComes() {
        ClinicId clinic = opened();
        ProducerRecord<String, byte[]> good = publisher.next(closed(clinic, 1));
        ProducerRecord<String, byte[]> next = publisher.next(closed(clinic, 2));
        publisher.repeat(List.of(body(good, "[]".getBytes(UTF_8)), next));
        await().atMost(SOON).until(() -> states(clinic.value()).size() == 2);

        publisher.repeat(List.of(good));

        await().atMost(SOON).until(() -> states(clinic.value()).isEmpty());
        assertThat(closedDays(clinic)).containsExactly("2030-01-02", "2030-01-03");
    }

    @Test
    void handlesWhatIsParkedAgainWhenTheCauseIsGone() {
        ClinicId clinic = new ClinicId(id(ClinicId.PREFIX));
        publisher.say(closed(clinic, 1));
        publisher.say(closed(clinic, 2));
        await().atMost(SOON).until(() -> states(clinic.value()).equals(List.of("FAILED", "WAITING")));
        Document another = copyOf(opened());
        world.database().getCollection("clinics").insertOne(another.append("_id", clinic.value()));

        Answer replayed = world.bookings().getFirst().operator().post("/actuator/parked", Map.of("skipped", false));

        assertThat(replayed.body().path("handled").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(states(clinic.value())).isEmpty();
        assertThat(closedDays(clinic)).containsExactly("2030-01-02", "2030-01-03");
    }

    private interface Spoiling {
        ProducerRecord<String, byte[]> spoil(ProducerRecord<String, byte[]> record);
    }

    /** An aggregate whose second event is spoilt and whose third is fine. */
    private String poisoned(Spoiling spoiling) {
        ClinicId clinic = opened();
        publisher.repeat(List.of(spoiling.spoil(publisher.next(closed(clinic, 1))), publisher.next(closed(clinic, 2))));
        return clinic.value();
    }

    private ClinicId opened() {
        ClinicId clinic = new ClinicId(id(ClinicId.PREFIX));
        publisher.say(world.franchise().clinicOpened(clinic));
        awaitSeen(Set.of(clinic.value()));
        return clinic;
    }

    private static ClinicDayClosed closed(ClinicId clinic, int day) {
        return new ClinicDayClosed(clinic, DATE.plusDays(day), "HOLIDAY");
    }

    private ProducerRecord<String, byte[]> body(ProducerRecord<String, byte[]> record, byte[] body) {
        return new ProducerRecord<>(record.topic(), null, record.key(), body, record.headers());
    }

    private static byte[] otherClinicsBody() {
        return "{\"clinicId\":\"%s\",\"date\":\"2030-01-01\",\"reasonCode\":\"HOLIDAY\"}"
                .formatted(id(ClinicId.PREFIX))
                .getBytes(UTF_8);
    }

    private String unknownType() {
        String subject = id(RegionId.PREFIX);
        Map<String, String> headers = Map.of(
                Attributes.ID,
                id("evt"),
                Attributes.SOURCE,
                Attributes.sourceOf(Topics.HEADOFFICE_EVENTS),
                Attributes.TYPE,
                "headoffice.SomethingNew.v7",
                Attributes.SUBJECT,
                subject,
                Attributes.AGGREGATE_VERSION,
                "1",
                Attributes.TIME,
                "2026-01-01T00:00:00Z");
        publisher.repeat(List.of(publisher.record(subject, headers, "{}".getBytes(UTF_8))));
        return subject;
    }

    /** As many clinics as there are partitions, and more: one of them shares the poison's. */
    private void goesOn() {
        OpenClinic clinic = world.franchise().open(12);
        awaitSeen(clinic.subjects());
    }

    private void awaitSeen(Set<String> subjects) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Copies.seen(world).keySet().containsAll(subjects));
    }

    private List<String> states(String subject) {
        return lines().stream()
                .filter(it -> it.path("subject").asString().equals(subject))
                .map(it -> it.path("state").asString())
                .toList();
    }

    private long unreadable() {
        return lines().stream().filter(it -> it.path("version").asLong() == 0).count();
    }

    private List<JsonNode> lines() {
        return world.bookings()
                .getFirst()
                .operator()
                .get("/actuator/parked")
                .body()
                .valueStream()
                .toList();
    }

    private List<String> closedDays(ClinicId clinic) {
        return copyOf(clinic).getList("closedDays", String.class);
    }

    private Document copyOf(ClinicId clinic) {
        Document found = world.database()
                .getCollection("clinics")
                .find(new Document("_id", clinic.value()))
                .first();
        return Objects.requireNonNull(found);
    }
}
