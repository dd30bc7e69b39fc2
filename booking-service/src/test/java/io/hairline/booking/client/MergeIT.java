package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnBooking
class MergeIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    private Calls calls;
    private TestClinic clinic;
    private String survivor;
    private String merged;

    @BeforeEach
    void registerOnePersonTwice() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 3, 3);
        Map<String, Object> person = Town.newcomer(clinic);
        survivor = calls.post(clinic.desk(), "/clients", person).id();
        Map<String, Object> again = new HashMap<>(person);
        again.put("email", "other." + person.get("email"));
        again.put("allowDuplicate", true);
        merged = calls.post(clinic.desk(), "/clients", again).id();
    }

    private Answer merge(String id, String into) {
        return calls.post(clinic.desk(), "/clients/" + id + "/merge", Map.of("intoId", into));
    }

    private Answer unmerge() {
        return calls.post(clinic.desk(), "/clients/" + merged + "/unmerge", null);
    }

    private Answer book(String client, int practitioner, Instant at) {
        Map<String, Object> slot = clinic.slot(clinic.practitioners().get(practitioner), "CONSULTATION", at);
        slot.put("clientId", client);
        return calls.post(clinic.desk(), "/appointments", slot);
    }

    private List<String> appointmentsOf(String client) {
        return calls.get(clinic.desk(), "/appointments?clientId=" + client)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    @Test
    void isSeenUnderTheSurvivorUntilItIsUndone() {
        String ofSurvivor = book(survivor, 0, clinic.at(9, 0)).id();
        String ofMerged = book(merged, 0, clinic.at(10, 0)).id();
        Answer suggested = calls.get(clinic.desk(), "/duplicates?clinicId=" + clinic.id());
        assertThat(suggested.text("/items/0/clientId")).isEqualTo(merged);
        assertThat(suggested.text("/items/0/other/id")).isEqualTo(survivor);
        assertThat(suggested.body().at("/items/0/score").asDouble()).isEqualTo(0.96);

        Answer answer = merge(merged, survivor);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.id()).isEqualTo(survivor);
        assertThat(merge(merged, survivor).status()).isEqualTo(200);
        assertThat(calls.get(clinic.desk(), "/clients/" + merged).id()).isEqualTo(survivor);
        assertThat(appointmentsOf(survivor)).containsExactlyInAnyOrder(ofSurvivor, ofMerged);
        assertThat(appointmentsOf(merged)).containsExactlyInAnyOrder(ofSurvivor, ofMerged);
        Answer old = calls.get(clinic.desk(), "/appointments/" + ofMerged);
        assertThat(old.text("/clientId")).isEqualTo(survivor);
        assertThat(calls.get(merged, "/appointments/" + ofSurvivor).status()).isEqualTo(200);
        assertThat(calls.get(survivor, "/appointments/" + ofMerged).status()).isEqualTo(200);
        assertThat(book(merged, 1, clinic.at(9, 15)).problem()).isEqualTo("/problems/client-busy");
        assertThat(book(survivor, 1, clinic.at(10, 15)).problem()).isEqualTo("/problems/client-busy");
        Answer moved = calls.post(
                merged,
                "/appointments/" + ofMerged + "/reschedule",
                Map.of(
                        "startsAt",
                        clinic.at(9, 15).toString(),
                        "practitionerId",
                        clinic.practitioners().get(1).value(),
                        "reasonCode",
                        "CLIENT_REQUEST"));
        assertThat(moved.problem()).isEqualTo("/problems/client-busy");
        String byOldId = book(merged, 2, clinic.at(12, 0)).id();
        String email = calls.get(clinic.desk(), "/clients/" + survivor).text("/email");
        assertThat(calls.get(clinic.desk(), "/clients?query=other." + email).text("/items/0/id"))
                .isEqualTo(survivor);
        assertThat(calls.get(clinic.desk(), "/duplicates?clinicId=" + clinic.id())
                        .body()
                        .at("/items/0/merged")
                        .asBoolean())
                .isTrue();

        Answer undone = unmerge();

        assertThat(undone.status()).as(undone.body().toString()).isEqualTo(200);
        assertThat(undone.id()).isEqualTo(merged);
        assertThat(appointmentsOf(merged)).containsExactly(ofMerged);
        assertThat(appointmentsOf(survivor)).containsExactlyInAnyOrder(ofSurvivor, byOldId);
        assertThat(calls.get(merged, "/appointments/" + ofSurvivor).status()).isEqualTo(404);
        assertThat(book(merged, 1, clinic.at(9, 15)).status()).isEqualTo(201);
        assertThat(unmerge().problem()).isEqualTo("/problems/illegal-move");
    }

    @Test
    void refusesWhatOnePersonCanNotBe() {
        String one = book(survivor, 0, clinic.at(9, 0)).id();
        String other = book(merged, 1, clinic.at(9, 30)).id();

        Answer refused = merge(merged, survivor);

        assertThat(refused.problem()).isEqualTo("/problems/overlapping-appointments");
        assertThat(refused.text("/pairs/0/first")).isEqualTo(other);
        assertThat(refused.text("/pairs/0/second")).isEqualTo(one);
        assertThat(appointmentsOf(survivor)).containsExactly(one);
        assertThat(merge(merged, merged).status()).isEqualTo(400);
        assertThat(calls.post(
                                town.clinic("Europe/London", 1, 1).desk(),
                                "/clients/" + merged + "/merge",
                                Map.of("intoId", survivor))
                        .status())
                .isEqualTo(404);
        assertThat(calls.post(clinic.artist(), "/clients/" + merged + "/merge", Map.of("intoId", survivor))
                        .status())
                .isEqualTo(403);
        String third = Town.client(calls, clinic);
        calls.post(clinic.desk(), "/appointments/" + other + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        assertThat(merge(merged, survivor).status()).isEqualTo(200);
        assertThat(merge(merged, third).problem()).isEqualTo("/problems/illegal-move");
        assertThat(merge(survivor, third).problem()).isEqualTo("/problems/illegal-move");
    }

    /** Bookings for both at one time, while they are merged: one is refused, the merge is, or the desk has a conflict. */
    @RepeatedTest(5)
    void neverLeavesThePersonInTwoChairsUnseen() throws Exception {
        List<Callable<Answer>> rivals = List.of(
                () -> book(survivor, 0, clinic.at(9, 0)),
                () -> merge(merged, survivor),
                () -> book(merged, 1, clinic.at(9, 0)));
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(rivals)) {
                answers.add(answer.get());
            }
        }

        long booked = appointmentsOf(survivor).size();
        boolean isMerged = answers.get(1).status() == 200;
        if (isMerged && booked == 2) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    calls.get(clinic.desk(), "/tasks?status=OPEN&clinicId=" + clinic.id())
                                            .text("/items/0/reasonCode"))
                            .isEqualTo("CLIENT_BUSY"));
        } else if (isMerged) {
            assertThat(booked).isEqualTo(1);
        } else {
            assertThat(answers.get(1).problem()).isEqualTo("/problems/overlapping-appointments");
            assertThat(answers.get(0).status()).isEqualTo(201);
            assertThat(answers.get(2).status()).isEqualTo(201);
        }
    }
}
