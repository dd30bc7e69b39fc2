package io.hairline.contracts.headoffice;

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
}
