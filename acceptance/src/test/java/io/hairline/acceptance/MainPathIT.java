package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.acceptance.world.Topic;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.wire.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Everything that {@code hairline up} starts, used through the one public entrance as people and programs do. */
@ResourceLock("demo")
class MainPathIT {

    private final RunningDemo demo = RunningDemo.get();
    private final Api visitor = new Api(demo::api, () -> null);
    private final Api guest = demo.bearer(
            new Api(demo::portal, () -> null).post("/oauth2/guest", Map.of()).text("access_token"));
    private final Api desk = demo.as("desk-ber");

    @Test
    void booksMovesAndCancelsWhatAVisitorFound() {
        String clinic = DemoIds.clinic("BER").value();
        assertThat(visitor.get("/clinics")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("id").asString()))
                .contains(clinic);
        List<JsonNode> slots = slots(clinic);
        String client = registered(clinic);

        Answer hold = guest.post("/holds", slot(slots.getFirst()));
        assertThat(hold.status()).as("%s", hold).isEqualTo(201);
        Answer booked = guest.post(
                "/appointments",
                Map.of("clientId", client, "holdId", hold.text("id"), "holdToken", hold.text("token")),
                "main-path-1");
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        String appointment = booked.text("id");

        Answer taken = desk.post("/appointments", with(slot(slots.getFirst()), "clientId", demoClient()));
        assertThat(taken.status()).as("%s", taken).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("slot-taken");
        List<JsonNode> alternatives =
                taken.body().path("alternatives").valueStream().toList();
        assertThat(alternatives).hasSize(3);

        Answer moved = desk.post("/appointments/" + appointment + "/reschedule", move(alternatives.getFirst()));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        assertThat(slot(moved.body())).isEqualTo(slot(alternatives.getFirst()));
        Answer cancelled =
                guest.post("/appointments/" + appointment + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        assertThat(cancelled.text("status")).as("%s", cancelled).isEqualTo("CANCELLED");

        List<String> history = desk.get("/appointments/" + appointment + "/history")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("type").asString())
                .toList();
        assertThat(history).hasSize(4);
        Topic topic = new Topic(demo.observer(), Topics.BOOKING_EVENTS);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(topic.events().stream()
                                .filter(it -> it.subject().equals(appointment))
                                .map(Topic.Sent::type)
                                .distinct())
                        .containsExactlyElementsOf(history));
    }

    @Test
    void letsNobodyInWithoutAToken() {
        Answer answer = visitor.get("/appointments/" + DemoIds.appointment(1));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void showsAGuestNobodyElsesAppointments() {
        Answer answer = guest.get("/clients/" + demoClient());

        assertThat(answer.status()).isEqualTo(404);
    }

    private List<JsonNode> slots(String clinic) {
        LocalDate from = demo.today().plusDays(20);
        Answer found = visitor.get("/availability?serviceCode=CONSULTATION&clinicId=%s&from=%s&to=%s&limit=20"
                .formatted(clinic, from, from.plusDays(7)));
        assertThat(found.status()).as("%s", found).isEqualTo(200);
        List<JsonNode> slots = found.body().path("items").valueStream().toList();
        assertThat(slots).isNotEmpty();
        return slots;
    }

    private String registered(String clinic) {
        Answer client = guest.post(
                "/clients",
                Map.of(
                        "givenName", "Ada",
                        "familyName", "Visitor",
                        "dateOfBirth", "1990-04-05",
                        "email", "ada@example.org",
                        "phone", "+49 30 901820",
                        "language", "de",
                        "zone", "Europe/Berlin",
                        "homeClinicId", clinic));
        assertThat(client.status()).as("%s", client).isEqualTo(201);
        return client.text("id");
    }

    /** One whose home is in Berlin. */
    private static String demoClient() {
        return DemoIds.client(8).value();
    }

    private static Map<String, String> slot(JsonNode it) {
        Map<String, String> slot = new HashMap<>();
        for (String field : List.of("clinicId", "practitionerId", "chairId", "serviceCode", "startsAt")) {
            slot.put(field, it.path(field).asString());
        }
        return slot;
    }

    private static Map<String, String> move(JsonNode to) {
        Map<String, String> move = slot(to);
        move.remove("serviceCode");
        return with(move, "reasonCode", "CLIENT_REQUEST");
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> all = new HashMap<>(map);
        all.put(key, value);
        return all;
    }
}
