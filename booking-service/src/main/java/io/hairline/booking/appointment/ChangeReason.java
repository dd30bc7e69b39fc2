package io.hairline.booking.appointment;

import org.jspecify.annotations.Nullable;

/**
 * Why an appointment is changed.
 *
 * @param code goes into the event
 * @param words stay in booking, sealed
 */
public record ChangeReason(String code, @Nullable String words) {

    public static ChangeReason of(String code) {
        return new ChangeReason(code, null);
    }
}
