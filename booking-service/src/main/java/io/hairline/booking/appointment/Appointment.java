package io.hairline.booking.appointment;

import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.ServiceDurations;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client's time in the diary; a hold is one that isn't confirmed yet.
 *
 * @param clientId nobody yet, for some holds
 * @param claims what it takes from the grid while it is active, absent as soon as it isn't: the unique index over them is
 *     what makes a double booking impossible
 * @param madeBy subject of who made it
 * @param holdExpiresAt set while it is held
 * @param policy the brand's rules on the day it was made, which stay its rules
 * @param courseId set for a session of a course
 * @param refundPercent at most this much of what was paid comes back: the worst step of its policy that a move by the
 *     client has used, and once it is cancelled, what the cancellation gave; absent if nothing has used any
 */
@Document(Diary.COLLECTION)
@TypeAlias("appointment")
public record Appointment(
        @Id AppointmentId id,
        long version,
        int schema,
        Status status,
        @Nullable ClientId clientId,
        AppointmentSlot slot,
        Occupancy occupied,
        @Nullable List<String> claims,
        String madeBy,
        @Nullable Instant holdExpiresAt,
        BookingPolicy policy,
        @Nullable CourseId courseId,
        @Nullable Integer refundPercent)
        implements Aggregate {

    private static final int ALL = 100;

    static final int SCHEMA = 1;

    /**
     * Where it is to be, found free by the engine.
     *
     * @param need the times of its service
     */
    record Place(AppointmentSlot slot, ServiceDurations need) {
        Occupancy occupiedBy(@Nullable ClientId client) {
            return Occupancy.by(need, slot.chairId(), slot.practitionerId(), client, slot.startsAt());
        }
    }

    static Change<Appointment> hold(
            AppointmentId id,
            Place place,
            @Nullable ClientId client,
            String madeBy,
            BookingPolicy policy,
            Instant now) {
        Instant expiresAt = now.plus(Duration.ofMinutes(policy.holdMinutes()));
        Appointment held = made(id, Status.HELD, place, client, madeBy, expiresAt, policy, null);
        return Change.to(held, new SlotHeld(id, client, place.slot(), expiresAt));
    }

    static Change<Appointment> book(
            AppointmentId id,
            Place place,
            ClientId client,
            String madeBy,
            BookingPolicy policy,
            @Nullable CourseId course) {
        Appointment booked = made(id, Status.CONFIRMED, place, client, madeBy, null, policy, course);
        return Change.to(booked, new AppointmentBooked(id, client, place.slot(), course));
    }

    private static Appointment made(
            AppointmentId id,
            Status status,
            Place place,
            @Nullable ClientId client,
            String madeBy,
            @Nullable Instant holdExpiresAt,
            BookingPolicy policy,
            @Nullable CourseId course) {
        Occupancy occupied = place.occupiedBy(client);
        return new Appointment(
                id,
                1,
                SCHEMA,
                status,
                client,
                place.slot(),
                occupied,
                occupied.claims(),
                madeBy,
                holdExpiresAt,
                policy,
                course,
                null);
    }

    /** A hold becomes the client's appointment; from now on her own time is taken as well. */
    Change<Appointment> confirm(ClientId client, Instant now) {
        if (status == Status.EXPIRED || isLapsed(now)) {
            throw Refusal.state("hold-expired", "The slot isn't kept any more. Hold it again.");
        }
        if (status != Status.HELD) {
            throw illegalMove("confirmed");
        }
        if (clientId != null && !clientId.equals(client)) {
            throw Refusal.state("hold-of-another", "This slot is held for another client.");
        }
        Occupancy all = occupied.with(client);
        Appointment confirmed = next(Status.CONFIRMED, client, slot, all, all.claims());
        return Change.to(confirmed, new AppointmentBooked(id, client, slot, null));
    }

    boolean isLapsed(Instant now) {
        return status == Status.HELD && holdExpiresAt != null && !holdExpiresAt.isAfter(now);
    }

    /** Gives a hold's slot back; one that has become an appointment, or is gone already, stays as it is. */
    Change<Appointment> release(String reasonCode) {
        if (status != Status.HELD) {
            return Change.none(this);
        }
        return Change.to(next(Status.EXPIRED, clientId, slot, occupied, null), new SlotReleased(id, slot, reasonCode));
    }

    /** Gives a hold back; twice is once. */
    Change<Appointment> giveBack() {
        if (status != Status.HELD && status != Status.EXPIRED) {
            throw illegalMove("given back");
        }
        return release("GIVEN_BACK");
    }

    ClientId requireMovable() {
        ClientId client = requireClient("rescheduled");
        if (status != Status.CONFIRMED) {
            throw illegalMove("rescheduled");
        }
        return client;
    }

    /** Notice counts from the start that is given up, so a move inside a window keeps the window's cost. */
    Change<Appointment> reschedule(Place place, ChangeReason reason, Instant now) {
        ClientId client = requireMovable();
        Occupancy moved = place.occupiedBy(client);
        CancellationCost cost = cancellationCost(now);
        Integer kept = reason.byClinic() || cost.refundPercent() == ALL
                ? refundPercent
                : Integer.valueOf(cost.refundPercent());
        Appointment next =
                next(status, client, place.slot(), moved, moved.claims()).withRefundPercent(kept);
        return Change.to(
                next,
                new AppointmentRescheduled(id, client, slot, place.slot(), reason.code(), cost.noticeHours(), kept));
    }

    Change<Appointment> cancel(ChangeReason reason, Instant now) {
        ClientId client = requireClient("cancelled");
        if (status != Status.CONFIRMED) {
            throw illegalMove("cancelled");
        }
        CancellationCost cost = reason.byClinic() ? cancellationCost(now).waived() : cancellationCost(now);
        Status end = cost.late() ? Status.LATE_CANCELLED : Status.CANCELLED;
        return Change.to(
                next(end, client, slot, occupied, null).withRefundPercent(cost.refundPercent()),
                new AppointmentCancelled(
                        id, client, slot, cost.late(), cost.noticeHours(), reason.code(), cost.refundPercent()));
    }

    /** What it would mean if the client cancelled now; for one that is cancelled, what it meant. */
    public CancellationCost cancellationCost(Instant now) {
        return CancellationCost.of(policy, slot.startsAt(), now).atMost(refundPercent);
    }

    /** Whether it was given up before its time; whoever doesn't come has not cancelled. */
    public boolean isCancelled() {
        return status == Status.CANCELLED || status == Status.LATE_CANCELLED;
    }

    private Appointment withRefundPercent(@Nullable Integer percent) {
        return new Appointment(
                id,
                version,
                schema,
                status,
                clientId,
                slot,
                occupied,
                claims,
                madeBy,
                holdExpiresAt,
                policy,
                courseId,
                percent);
    }

    Change<Appointment> checkIn() {
        ClientId client = requireClient("checked in");
        if (status != Status.CONFIRMED) {
            throw illegalMove("checked in");
        }
        return Change.to(
                next(Status.CHECKED_IN, client, slot, occupied, claims), new ClientCheckedIn(id, client, slot));
    }

    Change<Appointment> noShow(String reasonCode, Instant now) {
        ClientId client = requireClient("a no-show");
        if (status != Status.CONFIRMED) {
            throw illegalMove("a no-show");
        }
        Instant earliest = slot.startsAt().plus(Duration.ofMinutes(policy.graceMinutes()));
        if (now.isBefore(earliest)) {
            throw Refusal.state(
                    "illegal-move", "She has until " + earliest + " to come; before that nobody is a no-show.");
        }
        return Change.to(
                next(Status.NO_SHOW, client, slot, occupied, null),
                new AppointmentNoShow(id, client, slot, reasonCode));
    }

    /** She sits in the chair. One that had ended in the diary is back in it: what happened in the chair wins. */
    Change<Appointment> start() {
        ClientId client = clientId;
        if (client == null || status == Status.IN_CHAIR || status == Status.COMPLETED) {
            return Change.none(this);
        }
        Appointment started = next(Status.IN_CHAIR, client, slot, occupied, occupied.claims());
        return Change.to(
                started,
                status.isActive()
                        ? new AppointmentStarted(id, client, slot)
                        : new AppointmentReinstated(id, client, slot));
    }

    /** She was treated in a time that somebody else has by now; people sort it out. */
    Change<Appointment> conflict() {
        ClientId client = clientId;
        if (client == null || status == Status.COMPLETED) {
            return Change.none(this);
        }
        return Change.to(
                next(Status.COMPLETED, client, slot, occupied, null),
                new AppointmentInConflict(id, client, slot, "TIME_TAKEN"));
    }

    Change<Appointment> complete() {
        ClientId client = clientId;
        if (client == null || status == Status.COMPLETED) {
            return Change.none(this);
        }
        return Change.to(
                next(Status.COMPLETED, client, slot, occupied, null), new AppointmentCompleted(id, client, slot));
    }

    private ClientId requireClient(String what) {
        if (clientId == null) {
            throw illegalMove(what);
        }
        return clientId;
    }

    private Refusal illegalMove(String what) {
        return Refusal.state("illegal-move", "It is " + status + " and can't be " + what + " any more.");
    }

    private Appointment next(
            Status nextStatus,
            @Nullable ClientId client,
            AppointmentSlot place,
            Occupancy nextOccupied,
            @Nullable List<String> nextClaims) {
        return new Appointment(
                id,
                version + 1,
                schema,
                nextStatus,
                client,
                place,
                nextOccupied,
                nextClaims,
                madeBy,
                nextStatus == Status.HELD ? holdExpiresAt : null,
                policy,
                courseId,
                refundPercent);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
