package io.hairline.booking.waitlist;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.booking.AppointmentSlot;
import java.time.Instant;
import java.util.List;

/**
 * A slot that came free, offered to one client.
 *
 * @param appointmentId the hold that this offer shares with others
 * @param reasons why this client was chosen, the weightiest first
 */
public record Offer(
        OfferId id,
        AppointmentId appointmentId,
        AppointmentSlot slot,
        Instant madeAt,
        Instant expiresAt,
        Status status,
        List<Reason> reasons) {

    public Offer {
        reasons = List.copyOf(reasons);
    }

    /** What has become of it. */
    public enum Status {
        OPEN,
        ACCEPTED,
        /** Another client was faster, or the client waits no longer. */
        GONE,
        EXPIRED,
        DECLINED
    }

    /** What spoke for the client. */
    public enum Reason {
        /** Has waited for more than a week. */
        WAITED_LONG,
        /** Knows the practitioner. */
        SAME_PRACTITIONER,
        /** The day is well placed between the client's other sessions. */
        FITS_THE_COURSE,
        /** The clinic is within ten kilometres of the client's home clinic. */
        NEAR
    }

    Offer as(Status next) {
        return new Offer(id, appointmentId, slot, madeAt, expiresAt, next, reasons);
    }

    boolean isOpen(Instant now) {
        return status == Status.OPEN && expiresAt.isAfter(now);
    }

    /** Whether it was for this practitioner at this time. */
    boolean isFor(FreedSlot it) {
        return slot.practitionerId().equals(it.practitionerId())
                && slot.startsAt().equals(it.startsAt());
    }
}
