package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private String startsAt = "";
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
        startsAt = slot.path("startsAt").asString();
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

    @Test
    void isATaskAndARedLightOnceItsChairIsRemoved() {
        cancel();
        Answer installed = headOffice.post("/clinics/" + CLINIC + "/chairs", Map.of("name", "By the door"));
        String chair = installed
                .body()
                .path("chairs")
                .valueStream()
                .filter(it -> it.path("name").asString("").equals("By the door"))
                .map(it -> it.path("id").asString())
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError(installed.toString()));
        Map<String, String> wanted = Map.of(
                "clinicId", CLINIC,
                "practitionerId", practitioner,
                "chairId", chair,
                "serviceCode", "CONSULTATION",
                "startsAt", startsAt,
                "clientId", client());
        appointment = await().atMost(SOON)
                .until(() -> desk.post("/appointments", wanted), it -> it.status() == 201)
                .text("id");
        Answer preview = headOffice.get("/appointments/conflicts?clinicId=%s&chairId=%s".formatted(CLINIC, chair));
        assertThat(preview.body().path("count").asInt()).as("%s", preview).isOne();

        Answer removed = headOffice.post("/clinics/%s/chairs/%s/remove".formatted(CLINIC, chair), Map.of());

        assertThat(removed.status()).as("%s", removed).isEqualTo(200);
        awaitTask("CHAIR_REMOVED");
        cancel();
        awaitNoTask();
    }

    @Test
    void isATaskAndARedLightWhileThePractitionerHasNoLicence() {
        String jurisdiction = headOffice.get("/clinics/" + CLINIC).text("jurisdiction");
        JsonNode licence = headOffice
                .get("/licences?limit=50&practitionerId=" + practitioner)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("jurisdiction").asString("").equals(jurisdiction))
                .filter(it -> it.path("revokedFor").isMissingNode()
                        || it.path("revokedFor").isNull())
                .filter(it -> !LocalDate.parse(it.path("validUntil").asString()).isBefore(day))
                .findFirst()
                .orElseThrow();

        Answer revoked = headOffice.post(
                "/licences/" + licence.path("id").asString() + "/revoke", Map.of("reasonCode", "ENTERED_WRONGLY"));

        assertThat(revoked.status()).as("%s", revoked).isEqualTo(200);
        awaitTask("PRACTITIONER_NOT_LICENSED");
        Map<String, String> again = new HashMap<>();
        for (String field : new String[] {"practitionerId", "jurisdiction", "validFrom", "validUntil"}) {
            again.put(field, licence.path(field).asString());
        }
        Answer granted = headOffice.post("/licences", again);
        assertThat(granted.status()).as("%s", granted).isEqualTo(201);
        awaitNoTask();
        cancel();
    }

    @Test
    void hasNoPageToChangeItOnceItIsCancelled() {
        cancel();
        try (Chrome chrome = Chrome.open()) {
            Page page = chrome.visitor(demo.portal(), new ArrayList<>());
            Visitor.loggedIn(page, "client-10", demo.password());
            for (String way : new String[] {"/move", "/cancel"}) {
                page.navigate("/me/appointments/" + appointment + way);

                assertThat(URI.create(page.url()).getPath()).isEqualTo("/me");
                assertThat(page.locator("[role=status]").allInnerTexts()).isNotEmpty();
            }
        }
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
                    .doesNotContain("CLINIC_CLOSED", "PRACTITIONER_AWAY", "CHAIR_REMOVED", "PRACTITIONER_NOT_LICENSED");
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
