package io.hairline.booking.appointment;

import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.Caller;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Everything that can be done with an appointment. The unique index over claims judges every race. */
@Service
public class AppointmentScheduling {

    /** Due work for the payments: an appointment was cancelled, or money came that a cancellation may give back. */
    public static final String REFUND = "cancellation-refund";

    /** Another chair may be free when the first choice has just been taken. */
    private static final int CHAIRS_TO_TRY = 8;

    private static final int LAPSED_TO_TRY = 3;

    /** More transactions at once only wait for each other; whoever queues here mostly learns by a read that she lost. */
    private static final int AT_ONCE = 8;

    private static final int PATIENCE_SECONDS = 3;

    private final EventLog eventLog;
    private final Appointments appointments;
    private final SlotAllocation slotAllocation;
    private final Rush rush;
    private final ReferenceData referenceData;
    private final DueWork dueWork;
    private final ReasonNotes notes;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    AppointmentScheduling(
            EventLog eventLog,
            Appointments appointments,
            SlotAllocation slotAllocation,
            Rush rush,
            ReferenceData referenceData,
            DueWork dueWork,
            ReasonNotes notes,
            Clock clock) {
        this.eventLog = eventLog;
        this.appointments = appointments;
        this.slotAllocation = slotAllocation;
        this.rush = rush;
        this.referenceData = referenceData;
        this.dueWork = dueWork;
        this.notes = notes;
        this.clock = clock;
    }

    Appointment hold(SlotRequest request, Caller caller) {
        AppointmentId id = newId();
        String madeBy = caller.subject();
        return eventLog.once(
                Appointment.class,
                () -> place(id, request, place -> {
                    if (!caller.isStaff()) {
                        checkOpenHolds(madeBy);
                    }
                    return holdAndExpire(id, place, request.clientId(), madeBy);
                }));
    }

    private void checkOpenHolds(String madeBy) {
        int most = referenceData.policy().openHolds();
        appointments.holdOneAtATime(madeBy);
        if (appointments.openHoldsOf(madeBy, clock.instant()) >= most) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "holds-exhausted",
                            "You hold " + most + " slots already. Book or give back one of them.")
                    .with("retryAfterSeconds", 60);
        }
    }

    private Change<Appointment> holdAndExpire(
            AppointmentId id, Appointment.Place place, @Nullable ClientId client, String madeBy) {
        Change<Appointment> held = Appointment.hold(id, place, client, madeBy, referenceData.policy(), clock.instant());
        Instant expiresAt = held.next().holdExpiresAt();
        if (expiresAt != null) {
            dueWork.at(expiresAt, HoldExpiry.KIND, id.value());
        }
        return held;
    }

    Appointment book(SlotRequest request, ClientId client, String madeBy) {
        return book(newId(), request, client, madeBy);
    }

    /** Books under an id that the caller has chosen. */
    public Appointment book(AppointmentId id, SlotRequest request, ClientId client, String madeBy) {
        return eventLog.once(
                Appointment.class,
                () -> place(
                        id,
                        request,
                        place -> Appointment.book(id, place, client, madeBy, referenceData.policy(), null)));
    }

    Appointment confirm(AppointmentId id, ClientId client) {
        return eventLog.once(Appointment.class, () -> {
            List<String> claims =
                    appointments.require(id).occupied().with(client).claims();
            return recordWhereFree(id, claims, () -> appointments.require(id).confirm(client, clock.instant()))
                    .orElseThrow(SlotAllocation::clientBusy);
        });
    }

    Appointment giveBack(AppointmentId id) {
        return change(id, Appointment::giveBack);
    }

    Appointment release(AppointmentId id, String reasonCode) {
        return change(id, it -> it.release(reasonCode));
    }

    Appointment reschedule(
            AppointmentId id, Consumer<Appointment> check, Function<Appointment, SlotRequest> to, ChangeReason reason) {
        return eventLog.once(Appointment.class, () -> {
            SlotRequest request = to.apply(movable(id, check));
            return rush.mayRelease(() -> move(id, request, check, reason));
        });
    }

    /** If it ended while a place was looked for, that is why it can't be moved, and not what is in its way since. */
    private Appointment move(AppointmentId id, SlotRequest request, Consumer<Appointment> check, ChangeReason reason) {
        try {
            return place(id, request, place -> {
                Appointment now = movable(id, check);
                checkHealing(now, place);
                return notes.keep(now.reschedule(place, reason, clock.instant()), reason.words());
            });
        } catch (Refusal e) {
            movable(id, check);
            throw e;
        }
    }

    private Appointment movable(AppointmentId id, Consumer<Appointment> check) {
        Appointment now = appointments.require(id);
        check.accept(now);
        now.requireMovable();
        return now;
    }

    /** A session of a course keeps its distance from the others. */
    private void checkHealing(Appointment moving, Appointment.Place place) {
        CourseId course = moving.courseId();
        if (course == null) {
            return;
        }
        List<LocalDate> days = new ArrayList<>(appointments.ofCourse(course).stream()
                .filter(it -> !it.id().equals(moving.id()))
                .filter(it -> it.status().isActive() || it.status() == Status.COMPLETED)
                .map(it -> it.slot().localStart().toLocalDate())
                .toList());
        days.add(place.slot().localStart().toLocalDate());
        Healing.check(Healing.rule(moving.policy()), days, false);
    }

    public Appointment checkIn(AppointmentId id) {
        return change(id, Appointment::checkIn);
    }

    public Appointment cancel(AppointmentId id, String reasonCode) {
        return cancel(id, _ -> {}, ChangeReason.of(reasonCode));
    }

    /** What the policy gives back of what was paid goes back by itself. */
    Appointment cancel(AppointmentId id, Consumer<Appointment> check, ChangeReason reason) {
        return change(id, it -> {
            check.accept(it);
            Change<Appointment> cancelled = notes.keep(it.cancel(reason, clock.instant()), reason.words());
            dueWork.at(clock.instant(), REFUND, id.value());
            return cancelled;
        });
    }

    public Appointment require(AppointmentId id) {
        return appointments.require(id);
    }

    public Appointment noShow(AppointmentId id, String reasonCode) {
        return change(id, it -> it.noShow(reasonCode, clock.instant()));
    }

    /** She sits in the chair: hers again if it had ended, unless somebody else has her time by now. */
    public Appointment start(AppointmentId id) {
        return change(id, it -> it.status().isActive() || isFree(it) ? it.start() : it.conflict());
    }

    public Appointment complete(AppointmentId id) {
        return change(id, Appointment::complete);
    }

    private boolean isFree(Appointment it) {
        return appointments.holding(it.occupied().claims()).isEmpty();
    }

    Appointment change(AppointmentId id, Function<Appointment, Change<Appointment>> command) {
        return rush.mayRelease(() -> eventLog.record(Appointment.class, () -> command.apply(appointments.require(id))));
    }

    /**
     * Takes a place in the diary: a look first, if there is a chair to choose or others came for the slot, then the
     * transaction, which decides.
     */
    private Appointment place(
            AppointmentId id, SlotRequest request, Function<Appointment.Place, Change<Appointment>> command) {
        return rush.oneByOne(request, crowded -> tryChairs(id, request, crowded, command))
                .orElseThrow(() -> slotAllocation.taken(request));
    }

    private Optional<Appointment> tryChairs(
            AppointmentId id,
            SlotRequest request,
            boolean crowded,
            Function<Appointment.Place, Change<Appointment>> command) {
        for (int attempt = 1; attempt <= CHAIRS_TO_TRY; attempt++) {
            boolean unseen = attempt == 1 && !crowded;
            Optional<Appointment> placed = inTurn(() -> {
                Appointment.Place place =
                        (unseen ? slotAllocation.findUnseen(request) : slotAllocation.find(request)).orElse(null);
                return place == null
                        ? null
                        : recordWhereFree(
                                id, place.occupiedBy(request.clientId()).claims(), () -> command.apply(place));
            });
            if (placed == null) {
                break;
            }
            if (placed.isPresent()) {
                return placed;
            }
        }
        return Optional.empty();
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Rush.busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Rush.busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Holds that have lapsed are released on the way; empty if somebody else is there. */
    private Optional<Appointment> recordWhereFree(
            AppointmentId id, List<String> claims, Supplier<Change<Appointment>> command) {
        List<AppointmentId> lapsed = List.of();
        for (int attempt = 1; attempt <= LAPSED_TO_TRY; attempt++) {
            try {
                return Optional.of(record(lapsed, command));
            } catch (DuplicateKeyException _) {
                List<Appointment> others = appointments.holding(claims).stream()
                        .filter(it -> !it.id().equals(id))
                        .toList();
                List<Appointment> inForce = others.stream()
                        .filter(it -> !it.isLapsed(clock.instant()))
                        .toList();
                if (inForce.stream().anyMatch(it -> sharesClient(it, claims))) {
                    throw SlotAllocation.clientBusy();
                }
                if (!inForce.isEmpty()) {
                    return Optional.empty();
                }
                lapsed = others.stream().map(Appointment::id).toList();
            }
        }
        return Optional.empty();
    }

    private Appointment record(List<AppointmentId> lapsed, Supplier<Change<Appointment>> command) {
        return eventLog.recordAll(Appointment.class, () -> {
                    List<Change<Appointment>> changes = new ArrayList<>();
                    lapsed.forEach(it -> changes.add(appointments.require(it).release("LAPSED")));
                    changes.add(command.get());
                    return changes;
                })
                .getLast();
    }

    private static boolean sharesClient(Appointment other, List<String> claims) {
        List<String> theirs = other.claims();
        return theirs != null && claims.stream().filter(Occupancy::isClients).anyMatch(theirs::contains);
    }

    private static AppointmentId newId() {
        return new AppointmentId(Ids.next(AppointmentId.PREFIX));
    }
}
