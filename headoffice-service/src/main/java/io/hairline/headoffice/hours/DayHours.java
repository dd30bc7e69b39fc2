package io.hairline.headoffice.hours;

import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours as the API says them.
 *
 * @param day the weekday on which they begin
 * @param until exclusive; {@code 24:00} is the end of the day, and a time before {@code from} is the next day's, at most
 *     {@value #LONGEST_OVERNIGHT} hours later: who works from 09:00 until 08:00 has mistyped
 */
public record DayHours(
        @NotNull DayOfWeek day,

        @NotNull @Pattern(
                regexp = "([01]\\d|2[0-3]):(00|15|30|45)(:00)?",
                message = "must be a quarter of an hour from 00:00 to 23:45, such as 09:15")
        String from,

        @NotNull @Pattern(
                regexp = "(([01]\\d|2[0-3]):(00|15|30|45)|24:00)(:00)?",
                message = "must be a quarter of an hour from 00:15 to 24:00, such as 17:45")
        String until) {

    private static final String END_OF_DAY = "24:00";
    private static final int LONGEST_OVERNIGHT = 16;
    private static final int MINUTES_AN_HOUR = 60;

    static List<DayHours> of(List<Hours> hours) {
        return hours.stream().map(DayHours::of).toList();
    }

    public static List<DayHours> of(WeeklyHours week) {
        return of(week.hours());
    }

    private static DayHours of(Hours it) {
        String until =
                it.endMinute() == Hours.MINUTES_A_DAY ? END_OF_DAY : it.until().toString();
        return new DayHours(it.day(), it.from().toString(), until);
    }

    /** The week they make; what is wrong is named by its place in {@code field}. */
    public static WeeklyHours week(String field, List<DayHours> all) {
        List<Hours> hours = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            hours.add(all.get(i).hours(field + "[" + i + "].until"));
        }
        return new WeeklyHours(hours);
    }

    private Hours hours(String untilField) {
        LocalTime start = LocalTime.parse(from);
        boolean wholeDay = until.startsWith(END_OF_DAY);
        LocalTime end = wholeDay ? LocalTime.MIDNIGHT : LocalTime.parse(until);
        if (start.equals(end) && !wholeDay) {
            throw Refusal.input(untilField, "must not be the same as \"from\"; write 00:00 to 24:00 for a whole day");
        }
        Hours hours = new Hours(day, start, end);
        if (hours.endMinute() > Hours.MINUTES_A_DAY
                && hours.endMinute() - hours.startMinute() > LONGEST_OVERNIGHT * MINUTES_AN_HOUR) {
            throw Refusal.input(
                    untilField,
                    "must be after \"from\", or on the next day at most " + LONGEST_OVERNIGHT + " hours later");
        }
        return hours;
    }
}
