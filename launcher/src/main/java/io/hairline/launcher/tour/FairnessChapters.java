package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.AWAY;
import static io.hairline.launcher.tour.TourState.HEAD_OFFICE;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.must;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A clinic does the free touch-up of another clinic's course, and is credited for it. */
final class FairnessChapters {

    private static final String DESK = "desk-nyc";
    private static final String MANAGER = "manager-nyc";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int HOURS_OF_A_PATCH_TEST = 49;

    private final TourState tour;
    private final Franchise brand;

    FairnessChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("New York does the touch-up of Berlin's course, free for the client", this::touchUp),
                new Chapter("Touch-up fairness: New York is credited, and the month nets to zero", this::settle));
    }

    private void touchUp() {
        Answer booked = brand.get(DESK, "/appointments/" + tour.touchUpAppointment);
        String artist = "practitioner-" + numberOf(booked.text("practitionerId"));
        String pigment = lot("PIGMENT", "Carbon Black", "CI 77266", 30);
        String needle = lot("NEEDLE", "3RL cartridges", "-", 20);
        answerQuestions(artist);
        String patchTest = brand.done(artist, "/patch-tests", Map.of("clientId", tour.client, "lotId", pigment))
                .text("id");
        tour.moveTo(tour.now().plus(Duration.ofHours(HOURS_OF_A_PATCH_TEST)));
        brand.done(artist, "/patch-tests/" + patchTest + "/read", Map.of("result", "PASS"));
        tour.moveTo(Instant.parse(booked.text("startsAt")));
        brand.done(DESK, "/appointments/" + tour.touchUpAppointment + "/check-in", Map.of("reasonCode", "ARRIVED"));
        Answer ready = brand.get(artist, "/readiness/" + tour.touchUpAppointment);
        must(!ready.text("light").equals("RED"), "the light isn't red: " + ready.body());
        String session = brand.done(artist, "/sessions", Map.of("appointmentId", tour.touchUpAppointment))
                .text("id");
        brand.done(
                artist,
                "/sessions/" + session + "/complete",
                Map.of(
                        "zones",
                        List.of(Map.of("zone", "CROWN", "density", 20)),
                        "needle",
                        Map.of("configuration", "3RL", "lotId", needle),
                        "pigments",
                        List.of(Map.of("lotId", pigment, "millilitres", 1, "dilution", 12)),
                        "depthMillimetres",
                        0.7,
                        "painScore",
                        2,
                        "numbing",
                        Map.of("used", false),
                        "notes",
                        "A touch-up under the brand's promise."));
        brand.eventually(
                DESK,
                "/appointments/" + tour.touchUpAppointment,
                "the touch-up is done",
                it -> it.path("status").asString("").equals("COMPLETED"));
    }

    private void answerQuestions(String artist) {
        Map<String, Boolean> answers = new HashMap<>();
        brand.get(artist, "/questionnaires/questions")
                .body()
                .path("items")
                .forEach(it -> answers.put(it.path("code").asString(), false));
        brand.done(
                artist,
                "/questionnaires",
                Map.of("clientId", tour.client, "answers", answers, "signature", Map.of("signedName", "Tessa Tour")));
    }

    private String lot(String kind, String product, String colourIndex, int amount) {
        return brand.done(
                        MANAGER,
                        "/lots",
                        Map.of(
                                "clinicId", AWAY,
                                "kind", kind,
                                "maker", "Tour Supplies",
                                "product", product,
                                "colourIndex", colourIndex,
                                "lotNumber", "N-" + tour.mark,
                                "expiresOn", tour.today().plusYears(2).toString(),
                                "millilitres", amount))
                .text("id");
    }

    private void settle() {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(tour.now(), NEW_YORK));
        brand.eventually(
                HEAD_OFFICE,
                "/touch-up-fairness?month=" + month,
                "the touch-up is in the fairness ledger",
                it -> it.path("touchUps")
                        .valueStream()
                        .anyMatch(
                                done -> done.path("appointmentId").asString("").equals(tour.touchUpAppointment)
                                        && done.path("soldIn").asString("").equals(HOME)
                                        && done.path("treatedIn").asString("").equals(AWAY)));
        JsonNode settlement =
                brand.get(HEAD_OFFICE, "/settlements?month=" + month).body();
        must(
                settlement
                        .path("entries")
                        .valueStream()
                        .anyMatch(it -> it.path("kind").asString("").equals("FREE_TOUCH_UP")
                                && it.path("debtorId").asString("").equals(HOME)
                                && it.path("creditorId").asString("").equals(AWAY)),
                "Berlin owes New York the touch-up");
        must(
                settlement
                        .path("sum")
                        .valueStream()
                        .allMatch(it -> it.path("amount").asDouble() == 0),
                "the month nets to zero");
    }

    private static int numberOf(String practitionerId) {
        for (int number = 1; number <= DemoIds.PRACTITIONERS; number++) {
            if (DemoIds.practitioner(number).value().equals(practitionerId)) {
                return number;
            }
        }
        throw new LauncherException("Not a practitioner of the demo: " + practitionerId);
    }
}
