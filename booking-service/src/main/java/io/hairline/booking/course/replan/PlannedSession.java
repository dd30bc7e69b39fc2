package io.hairline.booking.course.replan;

import io.hairline.booking.appointment.Appointment;
import io.hairline.contracts.booking.AppointmentSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a session of a course lies, as far as healing asks.
 *
 * @param day the clinic's local day: the day it was done on, else the day it is planned for
 */
record PlannedSession(String serviceCode, Instant startsAt, LocalDate day) {

    static final String HEALING_GAP = "HEALING_GAP";
    static final String OUT_OF_ORDER = "OUT_OF_ORDER";

    private static final String NUMBERED = "SESSION_";

    static PlannedSession of(Appointment it) {
        return new PlannedSession(it.slot().serviceCode(), it.slot().startsAt(), it.day());
    }

    static PlannedSession at(AppointmentSlot slot) {
        return new PlannedSession(
                slot.serviceCode(), slot.startsAt(), slot.localStart().toLocalDate());
    }

    /**
     * Why a later session of the course can't lie where it does; empty if it can.
     *
     * @param earlier one that the course has before it
     * @param leastDays how many days must lie between them
     */
    Optional<String> wrongAfter(PlannedSession earlier, long leastDays) {
        if (isNumbered() && earlier.isNumbered() && !startsAt.isAfter(earlier.startsAt)) {
            return Optional.of(OUT_OF_ORDER);
        }
        return daysFrom(earlier) < leastDays ? Optional.of(HEALING_GAP) : Optional.empty();
    }

    /** How many days lie between two sessions, whichever is first. */
    long daysFrom(PlannedSession other) {
        return Math.abs(ChronoUnit.DAYS.between(other.day, day));
    }

    private boolean isNumbered() {
        return serviceCode.startsWith(NUMBERED);
    }
}
