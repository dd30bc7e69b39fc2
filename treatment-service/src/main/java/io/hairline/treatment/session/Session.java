package io.hairline.treatment.session;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.treatment.HeldLot;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.contracts.treatment.TreatmentEvent.SessionAddendumAdded;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStartUndone;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.contracts.treatment.Zone;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.lot.LotStatus;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.AppointmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One visit to the chair.
 *
 * @param planId the accepted plan that this is a part of; absent for touch-ups
 * @param done what is told of it; absent while it lasts
 * @param observations sealed; absent while it lasts
 * @param addenda what was added after it was signed, in its order; absent in sessions from before there were any
 * @param chairId where the diary had it; absent in sessions from before it was kept
 */
@Document("sessions")
@TypeAlias("session")
@PersonalData
public record Session(
        @Id SessionId id,
        long version,
        int schema,
        SessionStatus status,
        AppointmentId appointmentId,
        ClientId clientId,
        ClinicId clinicId,
        PractitionerId practitionerId,
        String serviceCode,
        @Nullable CourseId courseId,
        @Nullable PlanId planId,
        Instant startedAt,
        @Nullable Done done,
        @Nullable Binary observations,
        @Nullable List<Addendum> addenda,
        @Nullable ChairId chairId)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final int MOST_ADDENDA = 50;

    /**
     * Words added to a signed session.
     *
     * @param by subject of the writer
     * @param text sealed
     * @param practitionerId of the writer; absent for those who don't treat, and in addenda from before it was kept
     */
    public record Addendum(
            Instant at, String by, Binary text, @Nullable PractitionerId practitionerId) {}

    /**
     * A lot that was in the chair, and that no session may use any more when this one is signed.
     *
     * @param status why
     */
    public record LateLot(LotId lotId, LotStatus status) {

        static @Nullable List<LateLot> among(List<Lots.Drawn> drawn) {
            List<LateLot> late = drawn.stream()
                    .filter(Lots.Drawn::isLate)
                    .map(it -> new LateLot(it.change().next().id(), it.now()))
                    .toList();
            return late.isEmpty() ? null : late;
        }

        /** Whether somebody has to look at it: what ran empty is nothing but gone. */
        private boolean isToLookAt() {
            return status != LotStatus.EMPTY;
        }
    }

    /**
     * The end of a session, with what a recall or a royalty asks for.
     *
     * @param lateLots absent if there were none, and in sessions from before they were kept
     * @param aftercare how long its rules hold; absent in sessions from before it was kept
     */
    public record Done(
            Instant at,
            List<Zone> zones,
            Needle needle,
            List<Pigment> pigments,
            @Nullable Money price,
            @Nullable List<LateLot> lateLots,
            @Nullable AftercareDays aftercare) {
        public Done {
            zones = List.copyOf(zones);
            pigments = List.copyOf(pigments);
            lateLots = lateLots == null ? null : List.copyOf(lateLots);
        }

        private List<LateLot> heldLots() {
            return Objects.requireNonNullElse(lateLots, List.<LateLot>of()).stream()
                    .filter(LateLot::isToLookAt)
                    .toList();
        }
    }

    /** A client who came although the diary had given up waiting is treated all the same. */
    static ClientId requireTreatable(Appointment appointment) {
        AppointmentStatus status = appointment.status();
        if (!status.isOpen() && status != AppointmentStatus.NO_SHOW) {
            throw Refusal.state("illegal-move", "The appointment is " + status + ": no session can be started for it.");
        }
        return Optional.ofNullable(appointment.clientId()).orElseThrow(Refusal::notFound);
    }

    static Change<Session> start(SessionId id, Appointment appointment, @Nullable PlanId plan, Instant now) {
        ClientId client = requireTreatable(appointment);
        Session started = new Session(
                id,
                1,
                SCHEMA,
                SessionStatus.IN_PROGRESS,
                appointment.id(),
                client,
                appointment.clinicId(),
                appointment.practitionerId(),
                appointment.serviceCode(),
                appointment.courseId(),
                plan,
                now,
                null,
                null,
                List.of(),
                appointment.chairId());
        return Change.to(started, started.startedNow());
    }

    /** One whose start was undone. */
    Change<Session> startAgain(Instant now) {
        if (status != SessionStatus.START_UNDONE) {
            throw Refusal.state("illegal-move", "The session of this appointment was started already.");
        }
        Session started = next(SessionStatus.IN_PROGRESS, now, null, null, addenda);
        return Change.to(started, started.startedNow());
    }

    private SessionStarted startedNow() {
        return new SessionStarted(
                id, appointmentId, clientId, clinicId, practitionerId, serviceCode, courseId, startedAt);
    }

    /** Takes the start back; nothing was done, and the session of this appointment may start again. */
    Change<Session> undoStart(StartUndoReason reason) {
        if (status != SessionStatus.IN_PROGRESS) {
            throw Refusal.state(
                    "illegal-move", "The session is " + status + "; the start can be undone while it is in progress.");
        }
        return Change.to(
                next(SessionStatus.START_UNDONE, startedAt, null, null, addenda),
                new SessionStartUndone(id, appointmentId, clientId, clinicId, reason.name()));
    }

    private Session next(
            SessionStatus to,
            Instant begun,
            @Nullable Done end,
            @Nullable Binary sealed,
            @Nullable List<Addendum> added) {
        return new Session(
                id,
                version + 1,
                schema,
                to,
                appointmentId,
                clientId,
                clinicId,
                practitionerId,
                serviceCode,
                courseId,
                planId,
                begun,
                end,
                sealed,
                added,
                chairId);
    }

    void requireInProgress() {
        if (status != SessionStatus.IN_PROGRESS) {
            throw Refusal.state("illegal-move", "The session is " + status + "; it can be completed once.");
        }
    }

    /** @param careCodes what of the aftercare is for this skin */
    Change<Session> complete(Done end, Binary sealed, List<String> careCodes) {
        requireInProgress();
        Session completed = next(SessionStatus.COMPLETED, startedAt, end, sealed, addenda);
        List<HeldLot> held = end.heldLots().stream()
                .map(it -> new HeldLot(it.lotId(), it.status().name()))
                .toList();
        return Change.to(
                completed,
                new SessionCompleted(
                        id,
                        appointmentId,
                        clientId,
                        clinicId,
                        practitionerId,
                        serviceCode,
                        courseId,
                        startedAt,
                        end.at(),
                        end.zones(),
                        end.needle(),
                        end.pigments(),
                        end.price(),
                        careCodes,
                        end.aftercare(),
                        held.isEmpty() ? null : held));
    }

    /** Only a completed session is signed; before that its record is still open. */
    Change<Session> add(Addendum addendum) {
        if (status != SessionStatus.COMPLETED) {
            throw Refusal.state("illegal-move", "The session is " + status + "; write this into its record instead.");
        }
        List<Addendum> all = new ArrayList<>(Objects.requireNonNullElse(addenda, List.of()));
        if (all.size() == MOST_ADDENDA) {
            throw Refusal.state("illegal-move", "The session has " + MOST_ADDENDA + " addenda; it takes no more.");
        }
        all.add(addendum);
        Session next = next(status, startedAt, done, observations, List.copyOf(all));
        return Change.to(next, new SessionAddendumAdded(id, appointmentId, clientId, clinicId, all.size()));
    }

    /** What went into its cups, and its needles; nothing while it lasts. */
    List<LotId> lots() {
        return done == null
                ? List.of()
                : Stream.concat(
                                done.pigments().stream().map(Pigment::lotId),
                                Stream.of(done.needle().lotId()))
                        .distinct()
                        .toList();
    }

    /** Those lots of it that somebody has to look at; none while it lasts. */
    public List<LateLot> heldLots() {
        return done == null ? List.of() : done.heldLots();
    }

    /** What a lot of it was when it was signed, if no session might use it any more. */
    Optional<LotStatus> lateStatusOf(LotId lot) {
        return Optional.ofNullable(done)
                .flatMap(it -> Objects.requireNonNullElse(it.lateLots(), List.<LateLot>of()).stream()
                        .filter(late -> late.lotId().equals(lot))
                        .map(LateLot::status)
                        .findFirst());
    }

    boolean isTouchUp() {
        return serviceCode.equals(Appointment.TOUCH_UP);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
