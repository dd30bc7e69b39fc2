package io.hairline.contracts.headoffice;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A stretch of time that begins on one weekday, in the clinic's wall time, on the 15-minute grid. It may run past
 * midnight: then it ends on the next day and still belongs to the day on which it begins.
 *
 * @param until exclusive; {@code 00:00} means the end of {@code day}, and a time before {@code from} the next day's
 */
public record Hours(DayOfWeek day, LocalTime from, LocalTime until) {

    public static final int MINUTES_A_DAY = 24 * 60;

    private static final long QUARTER_OF_AN_HOUR = 900_000_000_000L;

    /**
     * Refuses hours that can't be.
     *
     * @throws IllegalArgumentException off the 15-minute grid, or if they end when they start; the message is for people
     */
    public Hours {
        if (offGrid(from) || offGrid(until)) {
            throw new IllegalArgumentException("Hours start and end on a quarter of an hour");
        }
        if (from.equals(until) && !until.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("Hours end at another time than they start");
        }
    }

    /** Minutes of wall time from the day's beginning to the start. */
    public int startMinute() {
        return minute(from);
    }

    /** Minutes of wall time from the day's beginning to the end; more than 1440 if it lies on the next day. */
    public int endMinute() {
        return until.isAfter(from) ? minute(until) : minute(until) + MINUTES_A_DAY;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static boolean offGrid(LocalTime time) {
        return time.toNanoOfDay() % QUARTER_OF_AN_HOUR != 0;
    }
}
