package io.hairline.headoffice.hours;

import io.hairline.kit.Refusal;
import java.time.LocalDate;

/** The days with which the brand plans. */
public final class DateLimits {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private DateLimits() {}

    /** Refuses a day outside the years that a plan can be about, naming the field. */
    public static LocalDate checked(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Refusal.input(field, "must be a day in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }
}
