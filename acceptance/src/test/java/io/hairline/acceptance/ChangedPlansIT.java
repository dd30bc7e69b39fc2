package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A plan that changes under an appointment, through head office, booking and treatment as they run. */
@ResourceLock("demo")
class ChangedPlansIT {

    private static final String CLINIC = DemoIds.clinic("VIE").value();
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningDemo demo = RunningDemo.get();
    private final Api headOffice = demo.as("head-office");
    private final Api manager = demo.as("manager-vie");
    private final Api desk = demo.as("desk-vie");

    private LocalDate day = LocalDate.EPOCH;
    private String practitioner = "";
    private String appointment = "";

    @BeforeEach
    void book() {
        LocalDate from = demo.today().plusDays(45);
        Answer free = desk.get("/availability?serviceCode=CONSULTATION&clinicId=%s&clientId=%s&from=%s&to=%s&limit=1"
                .formatted(CLINIC, client(), from, from.plusDays(14)));
        JsonNode slot = free.body().path("items").path(0);
        assertThat(slot.isMissingNode()).as("%s", free).isFalse();
        day = LocalDate.parse(slot.path("localStart").asString().substring(0, 10));
        practitioner = slot.path("practitionerId").asString();
        Map<String, String> wanted = new HashMap<>();
        for (String field : new String[] {"clinicId", "practitionerId", "chairId", "serviceCode", "startsAt"}) {
            wanted.put(field, slot.path(field).asString());
        }
        wanted.put("clientId", client());
        Answer booked = desk.post("/appointments", wanted);
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        appointment = booked.text("id");
    }

    /** One whose home is in Vienna. */
    private static String client() {
        return DemoIds.client(10).value();
    }

    @Test
    void isATaskAndARedLightUntilTheDayIsOpenAgain() {
        Answer preview = manager.get("/appointments/conflicts?clinicId=%s&from=%s".formatted(CLINIC, day));
        assertThat(preview.body().path("count").asInt()).as("%s", preview).isPositive();

        Answer closed = manager.post(
                "/clinics/" + CLINIC + "/closed-days", Map.of("date", day.toString(), "reasonCode", "OTHER"));

        assertThat(closed.status()).as("%s", closed).isEqualTo(200);
        awaitTask("CLINIC_CLOSED");
        Answer reopened = manager.post("/clinics/%s/closed-days/%s/reopen".formatted(CLINIC, day), Map.of());
        assertThat(reopened.status()).as("%s", reopened).isEqualTo(200);
        awaitNoTask();
        cancel();
    }

    @Test
    void isATaskAndARedLightWhileThePractitionerIsAway() {
        Map<String, String> absence = Map.of("from", day.toString(), "until", day.toString(), "reasonCode", "TRAINING");

        Answer away = headOffice.post("/practitioners/" + practitioner + "/absences", absence);

        assertThat(away.status()).as("%s", away).isEqualTo(200);
        awaitTask("PRACTITIONER_AWAY");
        Answer back = headOffice.post(
                "/practitioners/" + practitioner + "/absences/withdraw",
                Map.of("from", day.toString(), "until", day.toString()));
        assertThat(back.status()).as("%s", back).isEqualTo(200);
        awaitNoTask();
        cancel();
    }

    private void cancel() {
        desk.post("/appointments/" + appointment + "/cancel", Map.of("reasonCode", "CLINIC_REQUEST"));
    }

    private void awaitTask(String reasonCode) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode task = task();
            assertThat(task.path("reasonCode").asString("")).isEqualTo(reasonCode);
            assertThat(task.path("offers").isArray()).isTrue();
        });
        await().atMost(SOON).untilAsserted(() -> {
            Answer light = desk.get("/readiness/" + appointment);
            assertThat(light.text("light")).as("%s", light).isEqualTo("RED");
            assertThat(light.body().toString()).contains(reasonCode);
        });
        assertThat(desk.get("/appointments/" + appointment).text("status")).isEqualTo("CONFIRMED");
    }

    private void awaitNoTask() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(task().isMissingNode()).isTrue();
            assertThat(desk.get("/readiness/" + appointment).body().toString())
                    .doesNotContain("CLINIC_CLOSED", "PRACTITIONER_AWAY");
        });
    }

    private JsonNode task() {
        return desk.get("/tasks?status=OPEN&limit=50&clinicId=" + CLINIC)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("appointment").path("id").asString("").equals(appointment))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
