package io.hairline.booking.appointment.spacing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hairline.booking.availability.Slot;
import io.hairline.contracts.AppointmentId;
import java.time.Instant;
import java.util.List;

/**
 * A session of a course that has to move because an earlier one did.
 *
 * @param reasonCode {@code HEALING_GAP}: too close to an earlier session; {@code OUT_OF_ORDER}: before it;
 *     {@code NOT_HEALED}: a practitioner has seen that the skin needs more time; {@code FOLLOWS}: too close to the times that are offered for an earlier one
 * @param offers times to choose from, on days of their own, earliest first; empty if none is free
 */
public record SessionToReplan(AppointmentId appointmentId, String reasonCode, List<Offer> offers) {

    public SessionToReplan {
        offers = List.copyOf(offers);
    }

    /**
     * A free time that is held for the session.
     *
     * @param holdToken proves that the caller was offered it
     * @param expiresAt until when nobody else can have it
     */
    public record Offer(@JsonUnwrapped Slot slot, String holdId, String holdToken, Instant expiresAt) {}
}
