package io.hairline.booking.appointment.spacing;

import io.hairline.booking.allocation.AllocatedSlot;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.hold.HoldTimer;
import io.hairline.booking.appointment.hold.HoldTokens;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.kit.events.Change;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Holds for sessions that have to move. They count for no caller's limit; the course has one set of them at a time. */
@Component
public class SessionHolds {

    private final HoldTimer timer;
    private final HoldTokens tokens;
    private final DiaryWriter diary;
    private final ReferenceData referenceData;

    SessionHolds(HoldTimer timer, HoldTokens tokens, DiaryWriter diary, ReferenceData referenceData) {
        this.timer = timer;
        this.tokens = tokens;
        this.diary = diary;
        this.referenceData = referenceData;
    }

    /**
     * In a transaction: keeps a place, which is given back by itself at {@code expiresAt}. The client's own time stays
     * free, so that offers are in the way of no other choice of the client.
     */
    public Change<Appointment> hold(AppointmentId id, AllocatedSlot place, String madeBy, Instant expiresAt) {
        return diary.followed(timer.expiring(Appointment.hold(
                id, place, null, madeBy, referenceData.policy(place.slot().clinicId()), expiresAt)));
    }

    /** A hold's time as it is offered. */
    public SessionToReplan.Offer offer(Slot slot, Appointment held, Instant expiresAt) {
        return new SessionToReplan.Offer(slot, HoldTokens.holdIdOf(held.id()), tokens.tokenOf(held.id()), expiresAt);
    }

    /** The appointment behind a hold, for a caller who has its token; 404 otherwise. */
    public AppointmentId appointmentOf(String holdId, String token) {
        return tokens.appointmentOf(holdId, token);
    }
}
