package io.hairline.booking.availability;

import io.hairline.contracts.AppointmentId;

/** Decides which appointments a caller may look for another time for. */
public interface MovableAppointments {

    /** Refuses what the caller may not move as what doesn't exist. */
    void requireMovable(AppointmentId id);
}
