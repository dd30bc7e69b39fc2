package io.hairline.booking.appointment.visit;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointment.NoShowFee;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.diary.Healing;
import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.stock.HeldBackStock;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentExtended;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of an appointment's day: the client comes or doesn't, and is treated. */
public final class Visit {

    private final Appointment appointment;
    private final AppointmentId id;
    private final Status status;
    private final AppointmentSlot slot;

    private Visit(Appointment appointment) {
        this.appointment = appointment;
        this.id = appointment.id();
        this.status = appointment.status();
        this.slot = appointment.slot();
    }

    /** The day of an appointment as it stands now. */
    public static Visit of(Appointment appointment) {
        return new Visit(appointment);
    }

    /**
     * The client is there, on the clinic's local day of the appointment. One that was counted as a no-show that day counts
     * as arrived; its time must be free then.
     *
     * @param late who receives the client, and why, if the grace period is over; unused before
     */
    public Change<Appointment> checkIn(@Nullable PlanOverride late, Instant now) {
        return checkIn(late, List.of(), now);
    }

    /**
     * The same in a clinic that may use nothing of what it has, where nobody is received for a treatment without an override.
     *
     * @param given who receives the client, and why
     * @param heldBack what the clinic may not use; empty if it may
     */
    Change<Appointment> checkIn(@Nullable PlanOverride given, List<HeldBackStock> heldBack, Instant now) {
        ClientId client = appointment.requireClient("checked in");
        if (status != Status.CONFIRMED && status != Status.NO_SHOW) {
            throw appointment.illegalMove("checked in");
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(slot.zone()));
        LocalDate day = slot.localStart().toLocalDate();
        if (!today.equals(day)) {
            throw Refusal.state(
                    "wrong-day",
                    "The appointment is on %s, and in %s it is %s. Reschedule it, or check in on its day."
                            .formatted(day, slot.zone(), today));
        }
        boolean withoutStock = !heldBack.isEmpty() && Healing.isTreatment(slot.serviceCode());
        if (withoutStock && (given == null || !given.rules().contains(PlanOverride.STOCK))) {
            throw withoutStock(heldBack.getFirst());
        }
        PlanOverride relaxed = relaxed(given, !now.isBefore(appointment.graceEndsAt()), withoutStock);
        return Change.to(
                appointment.next(Status.CHECKED_IN).withGraceOverride(relaxed),
                new ClientCheckedIn(id, client, slot, relaxed));
    }

    private static @Nullable PlanOverride relaxed(@Nullable PlanOverride given, boolean late, boolean withoutStock) {
        List<String> rules = new ArrayList<>();
        if (late) {
            rules.add(PlanOverride.GRACE);
        }
        if (withoutStock) {
            rules.add(PlanOverride.STOCK);
        }
        return given == null || rules.isEmpty() ? null : new PlanOverride(rules, given.roleCode(), given.reasonCode());
    }

    private static Refusal withoutStock(HeldBackStock it) {
        return Refusal.state(
                        "stock-held-back",
                        "All that the clinic has of " + it.kindCode() + " is " + it.reasonCode()
                                + ", so nobody can be treated. Receive or transfer a lot, or agree another time or place."
                                + " The practitioner or the clinic's manager can receive the client all the same with a"
                                + " reason, which is the override STOCK.")
                .with("kindCode", it.kindCode())
                .with("reasonCode", it.reasonCode());
    }

    /** Takes a check-in back while nothing has followed it. */
    public Change<Appointment> undoCheckIn() {
        ClientId client = appointment.requireClient("taken back to confirmed");
        if (status != Status.CHECKED_IN) {
            throw appointment.illegalMove("taken back to confirmed");
        }
        return Change.to(
                appointment.next(Status.CONFIRMED).withGraceOverride(null), new CheckInUndone(id, client, slot));
    }

    /**
     * The client didn't come.
     *
     * @param fee what the client owes beside the deposit; absent if nothing
     * @param early who doesn't wait for the end of the grace period, and why; absent if nobody may
     */
    public Change<Appointment> noShow(
            String reasonCode, @Nullable Money fee, @Nullable PlanOverride early, Instant now) {
        ClientId client = appointment.requireConfirmed("a no-show");
        boolean inGrace = now.isBefore(appointment.graceEndsAt());
        if (inGrace && (early == null || now.isBefore(slot.startsAt()))) {
            throw Refusal.state(
                    "illegal-move",
                    "The client can still come until " + appointment.wallTime(appointment.graceEndsAt())
                            + ". Record a no-show after that. From the start on, the manager can set the grace period"
                            + " aside with a reason, which is the override GRACE.");
        }
        PlanOverride relaxed = inGrace ? early : null;
        NoShowFee owed = fee == null ? null : new NoShowFee(fee, now);
        return Change.to(
                appointment.next(Status.NO_SHOW).withNoShowFee(owed).withGraceOverride(relaxed),
                new AppointmentNoShow(id, client, slot, reasonCode, fee, relaxed));
    }

    /** What is owed for a no-show is owed no more; that the client didn't come stands. */
    Change<Appointment> waiveFee(String reasonCode) {
        ClientId client = appointment.requireClient("freed of a fee");
        NoShowFee owed = appointment.noShowFee();
        if (owed == null) {
            throw Refusal.state("illegal-move", "It is " + status + ", and no fee is owed for not having come.");
        }
        return Change.to(appointment.next(status), new NoShowFeeWaived(id, client, slot, owed.amount(), reasonCode));
    }

    /** The client is in the chair. One that had ended in the diary is active again: what happened in the chair wins. */
    public Change<Appointment> start() {
        ClientId client = appointment.clientId();
        if (client == null || status == Status.IN_CHAIR || status == Status.COMPLETED) {
            return Change.none(appointment);
        }
        return Change.to(
                appointment.next(Status.IN_CHAIR),
                status.isActive()
                        ? new AppointmentStarted(id, client, slot)
                        : new AppointmentReinstated(id, client, slot));
    }

    /** The start was a mistake: the client waits. Nothing, unless the client is in the chair. */
    public Change<Appointment> undoStart() {
        ClientId client = appointment.clientId();
        if (client == null || status != Status.IN_CHAIR) {
            return Change.none(appointment);
        }
        return Change.to(appointment.next(Status.CHECKED_IN), new AppointmentStartUndone(id, client, slot));
    }

    /**
     * The treatment takes longer than planned.
     *
     * @param minutes how much longer, a multiple of 15
     */
    public Change<Appointment> extend(int minutes) {
        ClientId client = appointment.requireClient("extended");
        if (status != Status.CHECKED_IN && status != Status.IN_CHAIR) {
            throw appointment.illegalMove("extended");
        }
        Occupancy longer = appointment.occupied().longerBy(Duration.ofMinutes(minutes));
        AppointmentSlot extended = new AppointmentSlot(
                slot.clinicId(),
                slot.practitionerId(),
                slot.chairId(),
                slot.serviceCode(),
                slot.startsAt(),
                longer.endsAt(),
                slot.localStart(),
                slot.zone(),
                slot.deviceId());
        return Change.to(
                appointment.next(status, client, extended, longer),
                new AppointmentExtended(id, client, extended, minutes));
    }

    /** The client was treated in a time that another appointment has by now; the desk decides. */
    public Change<Appointment> conflict(Instant at) {
        ClientId client = appointment.clientId();
        if (client == null || status == Status.COMPLETED) {
            return Change.none(appointment);
        }
        return Change.to(
                appointment.next(Status.COMPLETED).doneAt(at),
                new AppointmentInConflict(id, client, slot, "TIME_TAKEN"));
    }

    /** The client was treated. */
    public Change<Appointment> complete(Instant at) {
        ClientId client = appointment.clientId();
        if (client == null || status == Status.COMPLETED) {
            return Change.none(appointment);
        }
        return Change.to(appointment.next(Status.COMPLETED).doneAt(at), new AppointmentCompleted(id, client, slot));
    }
}
