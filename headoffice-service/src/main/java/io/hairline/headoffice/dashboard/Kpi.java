package io.hairline.headoffice.dashboard;

import static io.hairline.headoffice.dashboard.Totals.rate;

import io.hairline.headoffice.dashboard.projection.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a tile shows and how it comes about, said to people and to the machine side by side. */
record Kpi(String key, String unit, String formula, Function<Totals, @Nullable BigDecimal> value) {

    private static final String COUNT = "count";
    private static final String PERCENT = "percent";

    private static final List<Kpi> SAME_EVERYWHERE = List.of(
            count("bookings", "Appointments that were booked in the period.", Measure.BOOKINGS),
            count("sessions", "Treatment sessions completed in the period.", Measure.SESSIONS),
            count("consultations", "Consultations held in the period.", Measure.CONSULTATIONS),
            percent(
                    "utilisation",
                    "Service minutes of appointments that are confirmed, arrived, in the chair or completed, divided by"
                            + " the minutes of the rotas without closed days and absences.",
                    it -> it.of(Measure.BOOKED_MINUTES),
                    Totals::availableMinutes),
            percent(
                    "noShowRate",
                    "Appointments nobody came to, divided by those and the completed ones.",
                    it -> it.of(Measure.NO_SHOWS),
                    it -> it.of(Measure.COMPLETED_VISITS) + it.of(Measure.NO_SHOWS)),
            percent(
                    "lateCancelRate",
                    "Appointments cancelled late, divided by those, the completed ones and those nobody came to.",
                    it -> it.of(Measure.LATE_CANCELLATIONS),
                    it -> it.of(Measure.COMPLETED_VISITS)
                            + it.of(Measure.NO_SHOWS)
                            + it.of(Measure.LATE_CANCELLATIONS)),
            percent(
                    "consultationToCourse",
                    "Consultations of the period whose plan has been booked as a course, divided by all of them.",
                    it -> it.of(Measure.CONSULTATIONS_TO_COURSE),
                    it -> it.of(Measure.CONSULTATIONS)),
            percent(
                    "courseCompletion",
                    "Courses whose first session was in the period and whose last was done within 90 days of it,"
                            + " divided by all whose first session was in the period.",
                    it -> it.of(Measure.COURSES_COMPLETED),
                    it -> it.of(Measure.COURSES_STARTED)),
            count(
                    "touchUpsDue",
                    "Touch-ups that fell due in the period and still have no appointment.",
                    Measure.TOUCH_UPS_OPEN),
            percent(
                    "touchUpConversion",
                    "Touch-ups that fell due in the period and have an appointment, divided by all that fell due in it.",
                    it -> it.of(Measure.TOUCH_UPS_BOOKED),
                    it -> it.of(Measure.TOUCH_UPS_FALLEN_DUE)),
            percent(
                    "rebookingRate",
                    "Completed visits whose client had a later appointment by the end of that day, divided by all"
                            + " completed visits.",
                    it -> it.of(Measure.REBOOKED_VISITS),
                    it -> it.of(Measure.COMPLETED_VISITS)),
            count("messagesSent", "Messages that left in the period.", Measure.MESSAGES_SENT),
            count(
                    "messageStale",
                    "Messages that left although their appointment had been moved or cancelled before they were due;"
                            + " it must be 0.",
                    Measure.MESSAGES_STALE));

    /** All figures for clinics with these currencies. */
    static List<Kpi> all(List<String> currencies) {
        return Stream.concat(SAME_EVERYWHERE.stream(), currencies.stream().flatMap(Kpi::inMoney))
                .toList();
    }

    private static Stream<Kpi> inMoney(String currency) {
        return Stream.of(
                new Kpi(
                        "revenue",
                        currency,
                        "Prices of the sessions completed in the period.",
                        it -> it.money(Measure.REVENUE, currency)),
                new Kpi(
                        "collected",
                        currency,
                        "Payments captured in the period without tax and tips, less refunds made in it.",
                        it -> it.money(Measure.COLLECTED, currency)));
    }

    private static Kpi count(String key, String formula, Measure measure) {
        return new Kpi(key, COUNT, formula, it -> it.count(measure));
    }

    private static Kpi percent(String key, String formula, Function<Totals, Long> part, Function<Totals, Long> whole) {
        return new Kpi(key, PERCENT, formula, it -> rate(part.apply(it), whole.apply(it)));
    }
}
