package io.hairline.booking.payment;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Part of a payment that goes back.
 *
 * @param number counts the refunds of its payment from 1
 * @param appointmentId whose cancellation gives it back by policy; absent if people decided it
 * @param failureCode why the provider refuses it
 */
public record Refund(
        int number,
        Money amount,
        String reasonCode,
        @Nullable AppointmentId appointmentId,
        State state,
        Instant requestedAt,
        @Nullable String failureCode) {

    /** How far it is. */
    public enum State {
        REQUESTED,
        /** The provider was asked and hasn't said what became of it; it is asked again. */
        UNKNOWN,
        DONE,
        FAILED
    }

    boolean isOpen() {
        return state == State.REQUESTED || state == State.UNKNOWN;
    }

    boolean isByPolicy() {
        return appointmentId != null;
    }

    Refund as(State next, @Nullable String why) {
        return new Refund(number, amount, reasonCode, appointmentId, next, requestedAt, why);
    }
}
