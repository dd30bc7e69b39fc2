package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/**
 * What a newcomer finds in charts without preparing anything: in the first client's an allergy, a doctor's note, a pass and an
 * emergency access, a question of one who was treated in the last days, an answer to the yearly question about the colour, a serious
 * harm, and a touch-up that a client doesn't want.
 */
final class ChartExamples {

    private static final String TREATMENT = "treatment";
    private static final int CLIENT = 1;
    private static final int LAST_DAYS = 6;
    private static final String FIRST_LOOK = "BER";
    /** Later than that after its day the yearly question isn't asked any more. */
    static final int STILL_ASKED_DAYS = 28;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BackdatedClient api;
    private final Instant now;

    ChartExamples(BackdatedClient api, Instant now) {
        this.api = api;
        this.now = now;
    }

    /**
     * Writes all of it; done again, it is there once.
     *
     * @param home the first client's own history
     */
    void write(ClientHistory home) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String client = DemoIds.client(CLIENT).value();
        String chart = "/charts/" + client;
        String practitioner = "practitioner-" + home.practitioner();
        post(
                practitioner,
                "allergy",
                chart + "/allergies",
                Map.of(
                        "substance",
                        "LATEX",
                        "reaction",
                        "RASH",
                        "severity",
                        "MILD",
                        "sinceYear",
                        today.getYear() - 6,
                        "saidBy",
                        "CLIENT"));
        post(
                practitioner,
                "doctors-note",
                chart + "/doctors-notes",
                Map.of(
                        "doctor",
                        "Dr. A. Example, general practice",
                        "findings",
                        List.of("BLOOD_THINNERS"),
                        "datedOn",
                        today.minusDays(10).toString(),
                        "validUntil",
                        today.plusMonths(6).toString()));
        post(practitioner, "note", chart + "/notes", Map.of("text", "Prefers appointments in the morning."));
        post(
                "client-" + CLIENT,
                "pass",
                "/sharing-passes",
                Map.of(
                        "clientId",
                        client,
                        "clinicId",
                        DemoIds.clinic(elsewhere(home)).value(),
                        "purpose",
                        "TREATMENT",
                        "until",
                        today.plusDays(60).toString()));
        post(
                "manager-" + uninvited(home).toLowerCase(Locale.ROOT),
                "emergency",
                chart + "/emergency-access",
                Map.of(
                        "reasonCode",
                        "CLIENT_PRESENT",
                        "reason",
                        "The client fainted in our waiting room; we had to know of allergies."));
    }

    /** A client who was treated in the last days asks about it; in Berlin, if there is one. */
    void ask(List<ClientHistory> all) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        all.stream()
                .filter(it -> it.wasTreatedBetween(today.minusDays(LAST_DAYS), today.minusDays(1)))
                .min(Comparator.comparing(it -> !it.clinicCode().equals(FIRST_LOOK)))
                .ifPresent(it -> post(
                        "client-" + it.client(),
                        "question",
                        "/aftercare-replies",
                        Map.of("text", "The skin is still a little red and it itches at night. Is this normal?")));
    }

    /** A client who was treated a year ago says that the colour isn't right; in Berlin, if there is one. */
    void complain(List<ClientHistory> all) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        all.stream()
                .filter(it -> it.wasFinishedBetween(
                        today.minusYears(1).minusDays(STILL_ASKED_DAYS),
                        today.minusYears(1).minusDays(1)))
                .min(Comparator.comparing(it -> !it.clinicCode().equals(FIRST_LOOK)))
                .ifPresent(it -> answer(
                        "client-" + it.client(), DemoIds.client(it.client()).value()));
    }

    /** The question comes by itself, soon after the session that it is about is known. */
    private void answer(String who, String client) {
        AtomicReference<String> asked = new AtomicReference<>("");
        Waiting.until(PATIENCE, () -> {
            asked.set(api.get(TREATMENT, who, "/self-checks?clientId=" + client)
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString(""));
            return !asked.get().isEmpty();
        });
        if (!asked.get().isEmpty()) {
            post(who, "self-check", "/self-checks/" + asked.get() + "/answer", Map.of("answer", "NOT_RIGHT"));
        }
    }

    /** One of the clients in Berlin doesn't want the colour refreshed: of those who wait, the one who would wait longest. */
    void decline() {
        String manager = "manager-" + FIRST_LOOK.toLowerCase(Locale.ROOT);
        String worklist =
                "/touch-ups?limit=100&clinicId=" + DemoIds.clinic(FIRST_LOOK).value();
        List<JsonNode> touchUps = api.get(TREATMENT, manager, worklist)
                .path("items")
                .valueStream()
                .toList();
        if (touchUps.stream().anyMatch(it -> has(it, "status", "DECLINED"))) {
            return;
        }
        touchUps.stream()
                .filter(it -> has(it, "status", "PLANNED") && has(it, "kind", "TOUCH_UP"))
                .max(Comparator.comparing(it -> it.at("/window/due").asString("")))
                .ifPresent(it ->
                        post(manager, "decline", "/touch-ups/" + it.path("id").asString("") + "/decline", Map.of()));
    }

    private static boolean has(JsonNode it, String field, String value) {
        return it.path(field).asString("").equals(value);
    }

    /** A serious harm after pigment of the brand's own label: the time for telling the authority runs. */
    void harm(List<ClientHistory> all, DemoStock stock) {
        String clinic = DemoStock.WITH_OWN_LABEL;
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        all.stream()
                .filter(it ->
                        it.clinicCode().equals(clinic) && it.wasTreatedBetween(LocalDate.EPOCH, today.minusDays(2)))
                .max(Comparator.comparing(it -> it.sessions().getLast().day()))
                .ifPresent(it -> post(
                        "practitioner-" + it.practitioner(),
                        "serious-harm",
                        "/adverse-events",
                        Map.of(
                                "clientId",
                                DemoIds.client(it.client()).value(),
                                "lotId",
                                stock.pigmentOn(clinic, now),
                                "severity",
                                "SERIOUS",
                                "description",
                                "The skin is infected; a hospital treats it.")));
    }

    /** The last clinic of the demo that isn't the client's own. */
    private static String elsewhere(ClientHistory home) {
        return DemoIds.CLINICS.reversed().stream()
                .filter(it -> !it.equals(home.clinicCode()))
                .findFirst()
                .orElseThrow();
    }

    /** A clinic that is neither the client's own nor has the pass. */
    private static String uninvited(ClientHistory home) {
        return DemoIds.CLINICS.stream()
                .filter(it -> !it.equals(home.clinicCode()) && !it.equals(elsewhere(home)))
                .findFirst()
                .orElseThrow();
    }

    private void post(String who, String key, String path, Map<String, ?> body) {
        var _ = api.post(TREATMENT, who, now, "examples-" + key, path, body);
    }
}
