package io.hairline.booking.diary;

import java.time.Instant;

/** The diary's grid: a cell is a quarter of an hour, numbered from the epoch in UTC. */
public final class Cells {

    public static final int MINUTES = 15;
    private static final int SECONDS = MINUTES * 60;

    private Cells() {}

    /** The cell that an instant lies in. */
    public static long of(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    public static Instant start(long cell) {
        return Instant.ofEpochSecond(cell * SECONDS);
    }

    /** How many cells a time takes; every time of the catalogue is a multiple of one. */
    public static int count(int minutes) {
        return Math.ceilDiv(minutes, MINUTES);
    }

    public static boolean onGrid(Instant instant) {
        return instant.equals(start(of(instant)));
    }
}
