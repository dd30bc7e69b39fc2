package io.hairline.booking.appointment;

import com.github.f4b6a3.ulid.Ulid;
import io.hairline.booking.allocation.AllocatedSlot;
import io.hairline.booking.appointment.terms.CancellationCost;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Occupancy;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client's time in the diary; a hold is one that isn't confirmed yet. What happens on its day is in {@link
 * io.hairline.booking.appointment.visit.Visit}, and whether it still fits the plans in {@link
 * io.hairline.booking.appointment.conflict.AppointmentConflict}.
 *
 * @param clientId absent for some holds
 * @param claims what it takes from the grid while it is active, absent otherwise: the unique index over them makes a
 *     double booking impossible
 * @param madeBy subject of the caller who made it
 * @param holdExpiresAt set while it is held; the sessions of a course are kept until then for its deposit, and given back
 *     together by the course alone
 * @param policy the brand's rules on the day it was made, which stay its rules
 * @param courseId set for a session of a course
 * @param conflict why it no longer fits its clinic's or practitioner's plans: the reason code of the conflict that was found
 * @param doneAt when it was completed in the chair, which may be on another day than planned
 * @param refundPercent at most this much of what was paid comes back: the worst step of its policy that a move by the
 *     client has used, and once it is cancelled, what the cancellation gave; absent if nothing has used any
 * @param noShowFee what the client owes for not having come; absent if nothing
 * @param override the rules that were relaxed for its place; absent if none
 * @param graceOverride who set the grace period aside on its day, and why; absent if nobody did
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
        @Nullable String conflict,
        @Nullable Instant doneAt,
        @Nullable Integer refundPercent,
        @Nullable NoShowFee noShowFee,
        @Nullable PlanOverride override,
        @Nullable PlanOverride graceOverride)
        implements Aggregate {

    private static final int ALL = 100;
    private static final DateTimeFormatter WALL_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    static final int SCHEMA = 1;

    /**
     * What is owed beside the deposit, which is lost.
     *
     * @param since what was paid before then is no payment of the fee
     */
    public record NoShowFee(Money amount, Instant since) {}

    /** A slot that is kept until an instant. */
    public static Change<Appointment> hold(
            AppointmentId id,
            AllocatedSlot place,
            @Nullable ClientId client,
            String madeBy,
            BookingPolicy policy,
            Instant expiresAt) {
        Appointment held = made(id, Status.HELD, place, client, madeBy, expiresAt, policy, null);
        return Change.to(held, new SlotHeld(id, client, place.slot(), expiresAt));
    }

    /** A session's time, kept for a client until the deposit of the course is there. */
    public static Change<Appointment> holdForCourse(
            AppointmentId id,
            AllocatedSlot place,
            ClientId client,
            String madeBy,
            BookingPolicy policy,
            CourseId course,
            Instant expiresAt) {
        Appointment held = made(id, Status.HELD, place, client, madeBy, expiresAt, policy, course);
        return Change.to(held, new SlotHeld(id, client, place.slot(), expiresAt));
    }

    public static Change<Appointment> book(
            AppointmentId id,
            AllocatedSlot place,
            ClientId client,
            String madeBy,
            BookingPolicy policy,
            @Nullable CourseId course) {
        Appointment booked = made(id, Status.CONFIRMED, place, client, madeBy, null, policy, course);
        return Change.to(booked, new AppointmentBooked(id, client, place.slot(), course, place.override()));
    }

    private static Appointment made(
            AppointmentId id,
            Status status,
            AllocatedSlot place,
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
                null,
                null,
                null,
                null,
                place.override(),
                null);
    }

    /** A hold becomes the client's appointment; from now on the client's own time is taken as well. */
    public Change<Appointment> confirm(ClientId client, Instant now) {
        requireHeldFor(client, now);
        Appointment confirmed = next(Status.CONFIRMED, client, slot, occupied.with(client));
        return Change.to(confirmed, new AppointmentBooked(id, client, slot, null));
    }

    /**
     * A session of a course is booked, because the deposit is there or somebody of the staff doesn't wait for it.
     *
     * @param without who doesn't, and why; absent if the deposit is there
     */
    public Change<Appointment> confirmInCourse(@Nullable PlanOverride without) {
        ClientId client = clientId;
        if (!awaitsDeposit() || client == null) {
            return Change.none(this);
        }
        PlanOverride relaxed = without == null ? override : without;
        return Change.to(
                next(Status.CONFIRMED).withOverride(relaxed),
                new AppointmentBooked(id, client, slot, courseId, relaxed));
    }

    /** Whether it is a session that is only kept until the deposit of its course is there. */
    public boolean awaitsDeposit() {
        return status == Status.HELD && courseId != null;
    }

    /** Refuses a hold that is over, has become an appointment, or is another client's. */
    public void requireHeldFor(ClientId client, Instant now) {
        if (status == Status.EXPIRED || isLapsed(now)) {
            throw Refusal.state("hold-expired", "The slot isn't kept any more. Hold it again.");
        }
        if (status != Status.HELD) {
            throw illegalMove("confirmed");
        }
        if (clientId != null && !clientId.equals(client)) {
            throw Refusal.state("hold-of-another", "This slot is held for another client.");
        }
    }

    /** Whose time it takes: the client's, or the surviving client's if the record was merged. */
    public Optional<ClientId> claimant() {
        return Optional.ofNullable(occupied.clientId());
    }

    /** Whether a hold's time is over. */
    public boolean isLapsed(Instant now) {
        return status == Status.HELD && courseId == null && holdExpiresAt != null && !holdExpiresAt.isAfter(now);
    }

    /** Gives a hold's slot back; one that has become an appointment, or is released already, stays as it is. */
    public Change<Appointment> release(String reasonCode) {
        if (status != Status.HELD) {
            return Change.none(this);
        }
        return Change.to(next(Status.EXPIRED), new SlotReleased(id, slot, reasonCode));
    }

    /** Gives a hold back at the caller's wish; a repeat changes nothing. */
    Change<Appointment> giveBack() {
        if (status != Status.HELD && status != Status.EXPIRED) {
            throw illegalMove("given back");
        }
        return release("GIVEN_BACK");
    }

    /** For people: by the clinic's clock. */
    public String wallTime(Instant at) {
        return at.atZone(ZoneId.of(slot.zone())).format(WALL_TIME);
    }

    /** Whether it can still be moved. */
    public boolean isMovable(Instant now) {
        return status == Status.CONFIRMED && clientId != null && now.isBefore(graceEndsAt());
    }

    /** The client of an appointment that can still be moved: it is confirmed, and its grace period isn't over. */
    public ClientId requireMovable(Instant now) {
        ClientId client = requireConfirmed("rescheduled");
        if (!now.isBefore(graceEndsAt())) {
            throw Refusal.state(
                    "illegal-move",
                    "It began at " + wallTime(slot.startsAt()) + " and can't be moved any more. Book a new one.");
        }
        return client;
    }

    /** Notice counts from the start that is given up, so a move inside a window keeps the window's cost. */
    Change<Appointment> reschedule(AllocatedSlot place, ChangeReason reason, Instant now) {
        ClientId client = requireMovable(now);
        return reschedule(place.slot(), place.occupiedBy(claimant().orElse(client)), place.override(), reason, now);
    }

    /** The same to a place that a hold keeps, which is given up in the same transaction. */
    public Change<Appointment> takeOver(Appointment hold, ChangeReason reason, Instant now) {
        ClientId client = requireMovable(now);
        return reschedule(hold.slot, hold.occupied.with(claimant().orElse(client)), null, reason, now);
    }

    private Change<Appointment> reschedule(
            AppointmentSlot to, Occupancy occupying, @Nullable PlanOverride relaxed, ChangeReason reason, Instant now) {
        ClientId client = requireMovable(now);
        CancellationCost cost = cancellationCost(now);
        Integer kept = reason.byClinic() || cost.refundPercent() == ALL
                ? refundPercent
                : Integer.valueOf(cost.refundPercent());
        Appointment next =
                next(status, client, to, occupying).withRefundPercent(kept).withOverride(relaxed);
        return Change.to(
                next,
                new AppointmentRescheduled(id, client, slot, to, reason.code(), cost.noticeHours(), kept, relaxed));
    }

    Change<Appointment> cancel(ChangeReason reason, Instant now) {
        ClientId client = requireConfirmed("cancelled");
        if (!now.isBefore(slot.endsAt())) {
            throw Refusal.state(
                    "illegal-move",
                    "It was over at " + wallTime(slot.endsAt()) + ". Record a no-show, or what was done.");
        }
        CancellationCost cost = reason.byClinic() ? cancellationCost(now).waived() : cancellationCost(now);
        return Change.to(
                next(cost.late() ? Status.LATE_CANCELLED : Status.CANCELLED).withRefundPercent(cost.refundPercent()),
                new AppointmentCancelled(
                        id, client, slot, cost.late(), cost.noticeHours(), reason.code(), cost.refundPercent()));
    }

    /** What it would mean if the client cancelled now. */
    public CancellationCost cancellationCost(Instant now) {
        return CancellationCost.of(policy, slot.startsAt(), now).atMost(refundPercent);
    }

    /** Whether it was given up before its time; a client who doesn't come has not cancelled. */
    public boolean isCancelled() {
        return status == Status.CANCELLED || status == Status.LATE_CANCELLED;
    }

    /** The clinic's local day it belongs to: the day it was done on, else the day it is planned for. */
    public LocalDate day() {
        return doneAt == null ? slot.localStart().toLocalDate() : LocalDate.ofInstant(doneAt, ZoneId.of(slot.zone()));
    }

    /** From this instant on a client who hasn't come counts as a no-show. */
    public Instant graceEndsAt() {
        return slot.startsAt().plus(Duration.ofMinutes(policy.graceMinutes()));
    }

    /**
     * Ids carry the system's time they were made at; an appointment made after its own start is history, and has its ending.
     * So is one that a demo's history books for a time which is over by a clock that was moved.
     */
    public boolean wasWrittenDownLater() {
        return BusinessClock.isOver(graceEndsAt())
                || Ulid.getInstant(io.hairline.contracts.Id.ulidOf(id.value()).toUpperCase(Locale.ROOT))
                        .isAfter(slot.startsAt());
    }

    /**
     * The client of a confirmed appointment.
     *
     * @param what what can't be done with another one, as a past participle
     * @throws Refusal {@code illegal-move} if it isn't confirmed
     */
    public ClientId requireConfirmed(String what) {
        ClientId client = requireClient(what);
        if (status != Status.CONFIRMED) {
            throw illegalMove(what);
        }
        return client;
    }

    /**
     * The client, whom a hold may not have yet.
     *
     * @throws Refusal {@code illegal-move} if there is none
     */
    public ClientId requireClient(String what) {
        if (clientId == null) {
            throw illegalMove(what);
        }
        return clientId;
    }

    /** The refusal that names its state. */
    public Refusal illegalMove(String what) {
        if (awaitsDeposit() && holdExpiresAt != null) {
            return Refusal.state(
                    "deposit-awaited",
                    "It is kept until %s for the deposit of its course. Pay the deposit, or give the course's times back."
                            .formatted(wallTime(holdExpiresAt)));
        }
        return Refusal.state("illegal-move", "It is " + status + " and can't be " + what + " any more.");
    }

    /** Its next version, in another state; a command returns it with the event. */
    public Appointment next(Status nextStatus) {
        return next(nextStatus, clientId, slot, occupied);
    }

    /** Its next version, also with another time. */
    public Appointment next(
            Status nextStatus, @Nullable ClientId client, AppointmentSlot nextSlot, Occupancy nextOccupied) {
        return new Appointment(
                id,
                version + 1,
                schema,
                nextStatus,
                client,
                nextSlot,
                nextOccupied,
                nextStatus.isActive() ? nextOccupied.claims() : null,
                madeBy,
                null,
                policy,
                courseId,
                null,
                null,
                refundPercent,
                null,
                override,
                graceOverride);
    }

    /** The same version, no longer fitting its clinic's or practitioner's plans. */
    public Appointment withConflict(String reasonCode) {
        return with(reasonCode, doneAt, refundPercent, noShowFee, override, graceOverride);
    }

    /** The same version, done in the chair at an instant. */
    public Appointment doneAt(Instant at) {
        return with(conflict, at, refundPercent, noShowFee, override, graceOverride);
    }

    private Appointment withRefundPercent(@Nullable Integer percent) {
        return with(conflict, doneAt, percent, noShowFee, override, graceOverride);
    }

    /** The same version, with what the client owes for not having come. */
    public Appointment withNoShowFee(@Nullable NoShowFee fee) {
        return with(conflict, doneAt, refundPercent, fee, override, graceOverride);
    }

    private Appointment withOverride(@Nullable PlanOverride relaxed) {
        return with(conflict, doneAt, refundPercent, noShowFee, relaxed, graceOverride);
    }

    /** The same version, with who set the grace period aside; absent if nobody did. */
    public Appointment withGraceOverride(@Nullable PlanOverride relaxed) {
        return with(conflict, doneAt, refundPercent, noShowFee, override, relaxed);
    }

    private Appointment with(
            @Nullable String nextConflict,
            @Nullable Instant nextDoneAt,
            @Nullable Integer nextRefundPercent,
            @Nullable NoShowFee nextNoShowFee,
            @Nullable PlanOverride nextOverride,
            @Nullable PlanOverride nextGraceOverride) {
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
                nextConflict,
                nextDoneAt,
                nextRefundPercent,
                nextNoShowFee,
                nextOverride,
                nextGraceOverride);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
