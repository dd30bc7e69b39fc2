package io.hairline.booking.appointment;

import io.hairline.booking.allocation.RuleRelaxation;
import io.hairline.booking.allocation.SlotAllocation;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.spacing.SessionSpacing;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Books, moves and cancels appointments. */
@Service
public class AppointmentScheduling {

    /** Due work for the payments: an appointment was cancelled, or money came that a cancellation may give back. */
    public static final String REFUND = "cancellation-refund";

    private final EventLog eventLog;
    private final Appointments appointments;
    private final DiaryWriter diary;
    private final ReferenceData referenceData;
    private final DueWork dueWork;
    private final ReasonNotes notes;
    private final SessionSpacing spacing;
    private final Clock clock;

    AppointmentScheduling(
            EventLog eventLog,
            Appointments appointments,
            DiaryWriter diary,
            ReferenceData referenceData,
            DueWork dueWork,
            ReasonNotes notes,
            SessionSpacing spacing,
            Clock clock) {
        this.eventLog = eventLog;
        this.appointments = appointments;
        this.diary = diary;
        this.referenceData = referenceData;
        this.dueWork = dueWork;
        this.notes = notes;
        this.spacing = spacing;
        this.clock = clock;
    }

    /**
     * Holds a slot.
     *
     * @param madeBy subject of the caller
     * @param further what else the same transaction checks and writes for the hold
     */
    public Appointment hold(SlotRequest request, String madeBy, UnaryOperator<Change<Appointment>> further) {
        return hold(
                request,
                madeBy,
                () -> clock.instant()
                        .plus(Duration.ofMinutes(
                                referenceData.policy(request.clinicId()).holdMinutes())),
                further);
    }

    /**
     * The same until an instant that the caller chooses.
     *
     * @param expiresAt asked in each try of the transaction, so that no try makes a hold which has lapsed already
     */
    public Appointment hold(
            SlotRequest request,
            String madeBy,
            Supplier<Instant> expiresAt,
            UnaryOperator<Change<Appointment>> further) {
        AppointmentId id = newId();
        return eventLog.once(
                Appointment.class,
                () -> diary.place(
                        id,
                        request,
                        place -> further.apply(Appointment.hold(
                                id,
                                place,
                                request.clientId(),
                                madeBy,
                                referenceData.policy(request.clinicId()),
                                expiresAt.get()))));
    }

    Appointment book(SlotRequest request, ClientId client, String madeBy) {
        return book(newId(), request, client, madeBy);
    }

    /** Books under an id that the caller has chosen. */
    public Appointment book(AppointmentId id, SlotRequest request, ClientId client, String madeBy) {
        return eventLog.once(
                Appointment.class,
                () -> diary.place(
                        id,
                        request,
                        place -> notes.keep(
                                Appointment.book(
                                        id, place, client, madeBy, referenceData.policy(request.clinicId()), null),
                                words(request))));
    }

    /** Stands in the appointment's history, for the clinic's people. */
    private static @Nullable String words(SlotRequest request) {
        RuleRelaxation relaxation = request.relaxation();
        return relaxation == null ? null : relaxation.words();
    }

    /** A hold becomes the client's appointment. */
    Appointment confirm(AppointmentId id, ClientId client) {
        return eventLog.once(Appointment.class, () -> {
            List<String> claims =
                    appointments.require(id).occupied().with(client).claims();
            return diary.recordWhereFree(
                            id, claims, () -> appointments.require(id).confirm(client, clock.instant()))
                    .orElseThrow(SlotAllocation::clientBusy);
        });
    }

    /** Gives a hold back at the caller's wish. */
    public Appointment giveBack(AppointmentId id) {
        return diary.change(id, Appointment::giveBack);
    }

    /** Gives a hold's slot back, if it is still a hold. */
    public Appointment release(AppointmentId id, String reasonCode) {
        return diary.change(id, it -> it.release(reasonCode));
    }

    /**
     * Moves an appointment to another slot.
     *
     * @param check what else is required of the appointment before it moves
     */
    public Appointment reschedule(
            AppointmentId id, Consumer<Appointment> check, Function<Appointment, SlotRequest> to, ChangeReason reason) {
        return eventLog.once(Appointment.class, () -> move(id, to.apply(movable(id, check)), check, reason));
    }

    /** If it ended while a place was looked for, the refusal says so, and not what has been in its way since. */
    private Appointment move(AppointmentId id, SlotRequest request, Consumer<Appointment> check, ChangeReason reason) {
        try {
            return diary.place(id, request, place -> {
                Appointment now = movable(id, check);
                if (now.slot().equals(place.slot())) {
                    return Change.none(now);
                }
                return notes.keep(now.reschedule(place, reason, clock.instant()), reason.words())
                        .with(followed(spacing.afterMove(now, place.slot())));
            });
        } catch (Refusal e) {
            movable(id, check);
            throw e;
        }
    }

    private Appointment movable(AppointmentId id, Consumer<Appointment> check) {
        Appointment now = appointments.require(id);
        check.accept(now);
        now.requireMovable(clock.instant());
        return now;
    }

    public Appointment cancel(AppointmentId id, String reasonCode) {
        return cancel(id, _ -> {}, ChangeReason.of(reasonCode));
    }

    /** What the policy gives back of the payments is refunded as due work. */
    public Appointment cancel(AppointmentId id, Consumer<Appointment> check, ChangeReason reason) {
        return diary.change(id, it -> {
            check.accept(it);
            Change<Appointment> cancelled = notes.keep(it.cancel(reason, clock.instant()), reason.words());
            dueWork.at(clock.instant(), REFUND, id.value());
            return cancelled.with(followed(spacing.afterEnd(it)));
        });
    }

    private List<Change<Appointment>> followed(List<Change<Appointment>> changes) {
        return changes.stream().map(diary::followed).toList();
    }

    public Appointment require(AppointmentId id) {
        return appointments.require(id);
    }

    private static AppointmentId newId() {
        return new AppointmentId(Ids.next(AppointmentId.PREFIX));
    }
}
