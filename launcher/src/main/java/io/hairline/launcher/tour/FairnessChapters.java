package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.AWAY;
import static io.hairline.launcher.tour.TourState.HEAD_OFFICE;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.must;

import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A clinic does the free touch-up of another clinic's course, and is credited for it. */
final class FairnessChapters {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final TourState tour;
    private final Franchise brand;

    FairnessChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("Touch-up fairness: New York is credited, and the month nets to zero", this::settle));
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
}
