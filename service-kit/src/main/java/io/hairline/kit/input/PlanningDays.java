package io.hairline.kit.input;

import io.hairline.kit.Refusal;
import java.time.LocalDate;

/** The days that a diary or a plan of the brand can be about. */
public final class PlanningDays {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private PlanningDays() {}

    /** Refuses a day outside these years, naming the field, before anybody reckons with it. */
    public static LocalDate checked(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Refusal.input(field, "must be a day in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }
}
