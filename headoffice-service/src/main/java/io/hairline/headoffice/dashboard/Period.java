package io.hairline.headoffice.dashboard;

import io.hairline.kit.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Local days from the first to the last, and the steps in which a series walks through them. */
record Period(LocalDate from, LocalDate to, Step step) {

    private static final int MOST_DAYS = 1_100;

    enum Step {
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

    Period {
        if (to.isBefore(from)) {
            throw Refusal.input("to", "must not be before from");
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Refusal.input("to", "must be within three years of from");
        }
    }

    /** What is asked for; where nothing is, the month of {@code today}. */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, String step, LocalDate today) {
        LocalDate first =
                from != null ? from : YearMonth.from(to != null ? to : today).atDay(1);
        LocalDate last = to != null ? to : YearMonth.from(first).atEndOfMonth();
        return new Period(first, last, Step.of(step));
    }
}
