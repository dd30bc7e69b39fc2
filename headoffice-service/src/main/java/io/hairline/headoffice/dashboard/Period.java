package io.hairline.headoffice.dashboard;

import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Local days from the first to the last, and the steps in which a series walks through them. */
public record Period(LocalDate from, LocalDate to, Step step) {

    private static final int MOST_DAYS = 1_100;

    /** Local days, both ends included. */
    public record Days(LocalDate from, LocalDate to) {}

    /** How far a series goes with each point. */
    public enum Step {
        DAY,
        WEEK,
        MONTH;

        static Step of(String text) {
            for (Step it : values()) {
                if (it.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return it;
                }
            }
            throw Refusal.input("period", "must be day, week or month");
        }

        /** The first day of the step that a day lies in. */
        LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }
    }

    public Period {
        if (to.isBefore(from)) {
            throw Refusal.input("to", "must not be before \"from\"");
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Refusal.input("to", "must be within three years of from");
        }
    }

    /**
     * The period just before, to compare with: as many whole months if this is whole months, else as many days. While
     * this one is running, the other ends as far in, so that a month of ten days isn't compared with one of thirty.
     */
    public Period before(LocalDate today) {
        boolean wholeMonths =
                from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
        LocalDate start = wholeMonths
                ? from.minusMonths(ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1)
                : from.minusDays(ChronoUnit.DAYS.between(from, to) + 1);
        LocalDate end = from.minusDays(1);
        boolean running = !today.isBefore(from) && today.isBefore(to);
        LocalDate asFarIn = start.plusDays(ChronoUnit.DAYS.between(from, today));
        return new Period(start, running && asFarIn.isBefore(end) ? asFarIn : end, step);
    }

    public Days days() {
        return new Days(from, to);
    }

    /** Whether a day is one of its days. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** What is asked for; where nothing is, the month of {@code today}. */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, String step, LocalDate today) {
        LocalDate first = from != null
                ? PlanningDays.checked("from", from)
                : YearMonth.from(to != null ? PlanningDays.checked("to", to) : today)
                        .atDay(1);
        LocalDate last = to != null
                ? PlanningDays.checked("to", to)
                : YearMonth.from(first).atEndOfMonth();
        return new Period(first, last, Step.of(step));
    }
}
