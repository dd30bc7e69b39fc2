package io.hairline.contracts.headoffice;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A stretch of one weekday in the clinic's wall time, on the 15-minute grid.
 *
 * @param until exclusive; {@code 00:00} means the end of the day
 */
public record Hours(DayOfWeek day, LocalTime from, LocalTime until) {

    private static final long QUARTER_OF_AN_HOUR = 900_000_000_000L;

    public Hours {
        if (offGrid(from) || offGrid(until)) {
            throw new IllegalArgumentException("Hours start and end on a quarter of an hour");
        }
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("Hours end after they start");
        }
    }

    private static boolean offGrid(LocalTime time) {
        return time.toNanoOfDay() % QUARTER_OF_AN_HOUR != 0;
    }
}
