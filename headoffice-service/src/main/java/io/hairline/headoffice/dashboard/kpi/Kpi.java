package io.hairline.headoffice.dashboard.kpi;

import io.hairline.headoffice.dashboard.projection.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tile shows and how it is counted, for people and for the machine side by side.
 *
 * @param measures the sums it is made of
 * @param share set for rates of cases
 */
public record Kpi(
        String key,
        String unit,
        String formula,
        List<Measure> measures,
        Function<Totals, @Nullable BigDecimal> value,
        @Nullable Share share) {

    /** A rate as so many of so many cases, which can be compared fairly between clinics of any size. */
    public record Share(Measure part, List<Measure> whole) {

        public long partOf(Totals totals) {
            return totals.of(part);
        }

        public long casesOf(Totals totals) {
            return whole.stream().mapToLong(totals::of).sum();
        }
    }

    public Kpi(
            String key,
            String unit,
            String formula,
            List<Measure> measures,
            Function<Totals, @Nullable BigDecimal> value) {
        this(key, unit, formula, measures, value, null);
    }

    public static final String REVENUE = "revenue";
    private static final String COUNT = "count";
    private static final String PERCENT = "percent";
    private static final String MINUTES = "minutes";

    private static final List<Kpi> SAME_EVERYWHERE = List.of(
            count("bookings", "Appointments that were booked in the period.", Measure.BOOKINGS),
            count("sessions", "Treatment sessions completed in the period.", Measure.SESSIONS),
            count("consultations", "Consultations held in the period.", Measure.CONSULTATIONS),
            new Kpi(
                    "utilisation",
                    PERCENT,
                    "Service minutes of appointments that are confirmed, arrived, in the chair or completed, divided by"
                            + " the minutes of the rotas that held on each day, without closed days and absences.",
                    List.of(Measure.BOOKED_MINUTES),
                    it -> Totals.rate(it.of(Measure.BOOKED_MINUTES), it.availableMinutes())),
            new Kpi(
                    "leadTime",
                    "days",
                    "Local days from the making of an appointment to its first date, averaged over the appointments booked"
                            + " in the period.",
                    List.of(Measure.LEAD_DAYS, Measure.BOOKINGS),
                    it -> Totals.ratio(it.of(Measure.LEAD_DAYS), it.of(Measure.BOOKINGS))),
            percent(
                    "spacingCompliance",
                    "Gaps between two sessions of a course that are neither shorter than the healing time nor longer than"
                            + " the warning of the policy then in force in the clinic, divided by all gaps that ended in"
                            + " the period.",
                    Measure.SESSION_GAPS_IN_WINDOW,
                    Measure.SESSION_GAPS),
            new Kpi(
                    "adverseEvents",
                    "per 1000",
                    "Adverse events reported in the period, for each 1,000 treatment sessions completed in it.",
                    List.of(Measure.ADVERSE_EVENTS, Measure.SESSIONS),
                    it -> Totals.ratio(
                            Math.multiplyExact(it.of(Measure.ADVERSE_EVENTS), 1_000), it.of(Measure.SESSIONS))),
            percent(
                    "messageDelivery",
                    "Messages of the period that a mail server or the client's inbox took, divided by those, the ones that"
                            + " failed and the ones of which nobody knows.",
                    Measure.MESSAGES_DELIVERED,
                    Measure.MESSAGES_DELIVERED,
                    Measure.MESSAGES_FAILED),
            percent(
                    "noShowRate",
                    "Appointments nobody came to, divided by those and the completed ones.",
                    Measure.NO_SHOWS,
                    Measure.COMPLETED_VISITS,
                    Measure.NO_SHOWS),
            new Kpi(
                    "noShowMinutes",
                    MINUTES,
                    "Service minutes of the period's appointments nobody came to: they count as available in the utilisation"
                            + " and not as booked.",
                    List.of(Measure.NO_SHOW_MINUTES),
                    it -> it.count(Measure.NO_SHOW_MINUTES)),
            percent(
                    "lateCancelRate",
                    "Appointments cancelled late, divided by those, the completed ones and those nobody came to.",
                    Measure.LATE_CANCELLATIONS,
                    Measure.COMPLETED_VISITS,
                    Measure.NO_SHOWS,
                    Measure.LATE_CANCELLATIONS),
            percent(
                    "consultationToCourse",
                    "Consultations of the period whose plan has been booked as a course, divided by all of them.",
                    Measure.CONSULTATIONS_TO_COURSE,
                    Measure.CONSULTATIONS),
            percent(
                    "courseCompletion",
                    "Courses whose first session was in the period and whose last was done within 90 days of it,"
                            + " divided by all whose first session was in the period.",
                    Measure.COURSES_COMPLETED,
                    Measure.COURSES_STARTED),
            count(
                    "touchUpsDue",
                    "Touch-ups that fell due in the period and still have no appointment.",
                    Measure.TOUCH_UPS_OPEN),
            percent(
                    "touchUpConversion",
                    "Touch-ups that fell due in the period and were treated within 180 days of it, divided by all that fell"
                            + " due in it; declined and lost ones are not converted.",
                    Measure.TOUCH_UPS_TREATED,
                    Measure.TOUCH_UPS_FALLEN_DUE),
            percent(
                    "rebookingRate",
                    "Completed visits whose client had a later appointment by the end of that day, divided by all"
                            + " completed visits.",
                    Measure.REBOOKED_VISITS,
                    Measure.COMPLETED_VISITS),
            percent(
                    "rebookingInCourse",
                    "Completed sessions of courses, without the last of each, whose client had a later appointment by the end of"
                            + " that day, divided by all of them.",
                    Measure.IN_COURSE_REBOOKED,
                    Measure.IN_COURSE_VISITS),
            percent(
                    "rebookingAfterCourse",
                    "Last sessions of a course whose client had a later appointment by the end of that day, divided by all"
                            + " last sessions.",
                    Measure.AFTER_COURSE_REBOOKED,
                    Measure.AFTER_COURSE_VISITS),
            percent(
                    "earlyTouchUps",
                    "Courses that ended in the period and were followed by a touch-up within 12 months, divided by all that"
                            + " ended in it.",
                    Measure.EARLY_TOUCH_UPS,
                    Measure.COURSES_FINISHED),
            count(
                    "waitlistSaved",
                    "Times of the period that had come free and were taken by a client from the waitlist.",
                    Measure.WAITLIST_SAVED),
            percent(
                    "refillRate",
                    "Times of the period that were freed by a cancellation or a move before they began and that another"
                            + " appointment of the practitioner took, wholly or in part, before they began, divided by all"
                            + " that were freed.",
                    Measure.REFILLED_TIMES,
                    Measure.FREED_TIMES),
            percent(
                    "waitlistRefillRate",
                    "Times of the period that a client from the waitlist took, divided by the times of the period that were"
                            + " freed by a cancellation or a move before they began.",
                    Measure.WAITLIST_SAVED,
                    Measure.FREED_TIMES),
            percent(
                    "consentCompleteness",
                    "Treatment sessions of the period before which the client had signed the consent to be treated, divided"
                            + " by all; it must be 100.",
                    Measure.SESSIONS_WITH_CONSENT,
                    Measure.SESSIONS),
            percent(
                    "lotCompleteness",
                    "Treatment sessions of the period that name their pigment lots, divided by all; it must be 100.",
                    Measure.SESSIONS_WITH_LOTS,
                    Measure.SESSIONS),
            count("messagesSent", "Messages that left in the period.", Measure.MESSAGES_SENT),
            count(
                    "messageStale",
                    "Messages that left although their appointment had been moved or cancelled before they were due;"
                            + " it must be 0.",
                    Measure.MESSAGES_STALE));

    /** All figures for clinics with these currencies. */
    public static List<Kpi> all(List<String> currencies) {
        return Stream.concat(SAME_EVERYWHERE.stream(), currencies.stream().flatMap(Kpi::inMoney))
                .toList();
    }

    private static Stream<Kpi> inMoney(String currency) {
        return Stream.of(
                money(REVENUE, currency, "Prices of the sessions completed in the period.", Measure.REVENUE),
                money(
                        "collected",
                        currency,
                        "Payments captured and prepaid money sold in the period, without tax, tips and what was paid with"
                                + " prepaid money, less refunds made in it.",
                        Measure.COLLECTED));
    }

    private static Kpi money(String key, String currency, String formula, Measure measure) {
        return new Kpi(key, currency, formula, List.of(measure), it -> it.money(measure, currency));
    }

    private static Kpi count(String key, String formula, Measure measure) {
        return new Kpi(key, COUNT, formula, List.of(measure), it -> it.count(measure));
    }

    private static Kpi percent(String key, String formula, Measure part, Measure... whole) {
        List<Measure> all = List.of(whole);
        List<Measure> measures =
                Stream.concat(Stream.of(part), all.stream()).distinct().toList();
        return new Kpi(
                key,
                PERCENT,
                formula,
                measures,
                it -> Totals.rate(it.of(part), all.stream().mapToLong(it::of).sum()),
                new Share(part, all));
    }
}
