package io.hairline.booking.appointment.visit;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.ChangeReason;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.booking.referencedata.NoShowFees;
import io.hairline.booking.stock.HeldBackStocks;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What happens to an appointment on its day: the client comes or doesn't, and is treated. */
@Service
class VisitRecording {

    private static final String PATCH_TEST = "PATCH_TEST";

    private final DiaryWriter diary;
    private final Appointments appointments;
    private final ReasonNotes notes;
    private final NoShowFees fees;
    private final HeldBackStocks stocks;
    private final Clock clock;

    VisitRecording(
            DiaryWriter diary,
            Appointments appointments,
            ReasonNotes notes,
            NoShowFees fees,
            HeldBackStocks stocks,
            Clock clock) {
        this.diary = diary;
        this.appointments = appointments;
        this.notes = notes;
        this.fees = fees;
        this.stocks = stocks;
        this.clock = clock;
    }

    /**
     * One that counted as a no-show takes its time again, if no other appointment has it.
     *
     * @param late who receives a client who comes after the grace period, or whom the clinic can't treat
     * @param words why, for the clinic's people; kept if somebody answers for receiving the client
     */
    Appointment checkIn(
            AppointmentId id,
            Consumer<Appointment> check,
            Function<Appointment, PlanOverride> late,
            @Nullable String words) {
        Appointment now = appointments.require(id);
        check.accept(now);
        return diary.recordWhereFree(id, now.occupied().claims(), () -> {
                    Appointment it = appointments.require(id);
                    check.accept(it);
                    Change<Appointment> change = Visit.of(it)
                            .checkIn(late.apply(it), stocks.of(it.slot().clinicId()), clock.instant());
                    return notes.keep(change, change.next().graceOverride() == null ? null : words);
                })
                .orElseThrow(() -> Refusal.state(
                        "slot-taken", "Another appointment has this time by now. Book the client a new one."));
    }

    Appointment undoCheckIn(AppointmentId id, Consumer<Appointment> check) {
        return diary.change(id, it -> {
            check.accept(it);
            return Visit.of(it).undoCheckIn();
        });
    }

    /** @param early who doesn't wait for the end of the grace period; nothing if nobody said so */
    Appointment noShow(
            AppointmentId id,
            Consumer<Appointment> check,
            Function<Appointment, @Nullable PlanOverride> early,
            ChangeReason reason) {
        return diary.change(id, it -> {
            check.accept(it);
            Money fee = fees.of(it.policy(), it.slot().serviceCode(), it.slot().clinicId())
                    .orElse(null);
            return notes.keep(
                    Visit.of(it).noShow(reason.code(), fee, early.apply(it), clock.instant()), reason.words());
        });
    }

    Appointment waiveFee(AppointmentId id, Consumer<Appointment> check, ChangeReason reason) {
        return diary.change(id, it -> {
            check.accept(it);
            return notes.keep(Visit.of(it).waiveFee(reason.code()), reason.words());
        });
    }

    /** The client is in the chair; the appointment is active again if it had ended, unless another one has its time. */
    void start(AppointmentId id, Instant at) {
        diary.change(
                id,
                it -> it.status().isActive() || isFree(it)
                        ? Visit.of(it).start()
                        : Visit.of(it).conflict(at));
    }

    void undoStart(AppointmentId id) {
        diary.change(id, it -> Visit.of(it).undoStart());
    }

    void complete(AppointmentId id, Instant at) {
        diary.change(id, it -> Visit.of(it).complete(at));
    }

    /** A patch test names no appointment: it completes the client's patch-test appointment in that clinic on that day. */
    void completePatchTest(ClientId client, ClinicId clinic, ZoneId zone, Instant at) {
        Instant from = at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Instant until =
                at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        appointments.of(client, clinic, PATCH_TEST, from, until).stream()
                .filter(it -> it.status().isActive() || it.status() == Status.NO_SHOW)
                .findFirst()
                .ifPresent(it -> complete(it.id(), at));
    }

    private boolean isFree(Appointment it) {
        return appointments.holding(it.occupied().claims()).isEmpty();
    }
}
