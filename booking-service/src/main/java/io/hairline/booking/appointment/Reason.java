package io.hairline.booking.appointment;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody changes an appointment.
 *
 * @param code goes into the event
 * @param words stay in booking, sealed
 */
record Reason(String code, @Nullable String words) {

    static Reason of(String code) {
        return new Reason(code, null);
    }
}
