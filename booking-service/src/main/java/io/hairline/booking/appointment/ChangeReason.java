package io.hairline.booking.appointment;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody changes an appointment.
 *
 * @param code goes into the event
 * @param words stay in booking, sealed
 */
record ChangeReason(String code, @Nullable String words) {

    static ChangeReason of(String code) {
        return new ChangeReason(code, null);
    }
}
