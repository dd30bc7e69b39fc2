package io.hairline.contracts.headoffice;

import java.time.LocalDate;
import java.util.Set;

/**
 * How long somebody may work as a guest in a jurisdiction that hasn't licensed them.
 *
 * @param daysInARow local days one after the other
 * @param daysAYear local days in a calendar year
 */
public record GuestLimit(int daysInARow, int daysAYear) {

    public GuestLimit {
        if (daysInARow < 1 || daysAYear < daysInARow) {
            throw new IllegalArgumentException(
                    "A guest works at least a day, and no more days in a row than in a year");
        }
    }

    /**
     * Whether somebody may work on one more day.
     *
     * @param worked the days that are taken already, in any order
     */
    public boolean allows(LocalDate day, Set<LocalDate> worked) {
        return worked.contains(day) || (usedIn(day.getYear(), worked) < daysAYear && inARow(day, worked) <= daysInARow);
    }

    /** How many of the days lie in a calendar year. */
    public static int usedIn(int year, Set<LocalDate> worked) {
        return (int) worked.stream().filter(it -> it.getYear() == year).count();
    }

    private static int inARow(LocalDate day, Set<LocalDate> worked) {
        int days = 1;
        for (LocalDate it = day.minusDays(1); worked.contains(it); it = it.minusDays(1)) {
            days++;
        }
        for (LocalDate it = day.plusDays(1); worked.contains(it); it = it.plusDays(1)) {
            days++;
        }
        return days;
    }
}
