package io.hairline.treatment.session;

import io.hairline.contracts.LotId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.treatment.chartchain.ChartChain;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.consultation.SkinCare;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.plan.Plan;
import io.hairline.treatment.plan.PlanKind;
import io.hairline.treatment.plan.Plans;
import io.hairline.treatment.readiness.EarlierSessions.Earlier;
import io.hairline.treatment.readiness.Readiness;
import io.hairline.treatment.readiness.ReadinessCheck;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.touchup.LastSession;
import io.hairline.treatment.touchup.TouchUpPlanning;
import io.hairline.treatment.touchup.WorkDone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Starts sessions of clients who are ready, and records what was done, with all that follows from it. */
@Service
public class SessionRecording {

    private final EventLog eventLog;
    private final Sessions sessions;
    private final ReadinessCheck readiness;
    private final ReferenceData referenceData;
    private final Lots lots;
    private final Plans plans;
    private final Consultations consultations;
    private final TouchUpPlanning touchingUp;
    private final ChartChain chain;
    private final Clock clock;

    SessionRecording(
            EventLog eventLog,
            Sessions sessions,
            ReadinessCheck readiness,
            ReferenceData referenceData,
            Lots lots,
            Plans plans,
            Consultations consultations,
            TouchUpPlanning touchingUp,
            ChartChain chain,
            Clock clock) {
        this.eventLog = eventLog;
        this.sessions = sessions;
        this.readiness = readiness;
        this.referenceData = referenceData;
        this.lots = lots;
        this.plans = plans;
        this.consultations = consultations;
        this.touchingUp = touchingUp;
        this.chain = chain;
        this.clock = clock;
    }

    public Session start(SessionId id, Appointment appointment) {
        return eventLog.once(Session.class, () -> {
            Session.requireTreatable(appointment);
            requireNotStarted(appointment);
            requireReady(appointment);
            try {
                return eventLog.record(
                        Session.class,
                        () -> sessions.findFor(appointment.id())
                                .map(it -> it.startAgain(clock.instant()))
                                .orElseGet(
                                        () -> Session.start(id, appointment, planFor(appointment), clock.instant())));
            } catch (DuplicateKeyException _) {
                requireNotStarted(appointment);
                throw Refusal.state(
                        "illegal-move", "The client has a session that isn't completed; complete that one first.");
            }
        });
    }

    Session undoStart(SessionId id, StartUndoReason reason, Consumer<Session> precondition) {
        return eventLog.record(Session.class, () -> {
            Session session = sessions.require(id);
            precondition.accept(session);
            return session.undoStart(reason);
        });
    }

    private void requireNotStarted(Appointment appointment) {
        if (sessions.findFor(appointment.id())
                .filter(it -> it.status() != SessionStatus.START_UNDONE)
                .isPresent()) {
            throw Refusal.state("illegal-move", "The session of this appointment was started already.");
        }
    }

    private void requireReady(Appointment appointment) {
        Readiness it = readiness.toStartNow(appointment);
        if (!it.mayStart()) {
            throw Refusal.state("not-ready", "Something is missing before the session may start; see the steps.")
                    .with("steps", it.steps());
        }
    }

    private @Nullable PlanId planFor(Appointment appointment) {
        return appointment.isTouchUp() || appointment.clientId() == null
                ? null
                : plans.inForce(appointment.clientId()).map(Plan::id).orElse(null);
    }

    /** Records the session, draws its lots, closes its plan and plans what comes next: all of it, or nothing. */
    public Session complete(SessionId id, SessionWork work, TouchUpId next, Consumer<Session> precondition) {
        Session found = sessions.require(id);
        Clinic clinic = referenceData.requireClinic(found.clinicId());
        return eventLog.record(Session.class, () -> {
            Session session = sessions.require(id);
            precondition.accept(session);
            session.requireInProgress();
            Instant now = clock.instant();
            Optional<Plan> plan = Optional.ofNullable(session.planId()).map(plans::require);
            List<Lots.Drawn> drawn = drawn(session, work);
            Session.Done done = new Session.Done(
                    now,
                    work.zones(),
                    work.needle(),
                    work.pigments(),
                    plan.flatMap(it -> it.priceOf(session.serviceCode())).orElse(null),
                    Session.LateLot.among(drawn),
                    referenceData.aftercare(clinic, now));
            LastSession last = new LastSession(
                    session.appointmentId(),
                    session.clientId(),
                    session.clinicId(),
                    session.courseId(),
                    LocalDate.ofInstant(session.startedAt(), clinic.zoneId()),
                    clinic.zoneId(),
                    workOf(session, work, plan, clinic));
            List<String> careCodes = consultations.skinCareOf(session.clientId()).stream()
                    .map(SkinCare::name)
                    .toList();
            return chain.signed(
                            session.complete(done, sessions.seal(session, work.observations()), careCodes),
                            session.clientId())
                    .with(drawn.stream().map(Lots.Drawn::change).toList())
                    .with(following(session, plan, last, next, now));
        });
    }

    private WorkDone workOf(Session session, SessionWork work, Optional<Plan> plan, Clinic clinic) {
        @Nullable BigDecimal lightest = work.pigments().stream()
                .map(Pigment::dilution)
                .max(Comparator.naturalOrder())
                .orElse(null);
        @Nullable LocalDate first = sessions.earlierOf(session.clientId()).stream()
                .filter(Earlier::completed)
                .map(Earlier::startedAt)
                .min(Comparator.naturalOrder())
                .map(it -> LocalDate.ofInstant(it, clinic.zoneId()))
                .orElse(null);
        return new WorkDone(lightest, plan.map(it -> it.sessions().size()).orElse(null), first);
    }

    private List<Lots.Drawn> drawn(Session session, SessionWork work) {
        List<Lots.Drawn> all = new ArrayList<>();
        Lots.Use use = new Lots.Use(session.id(), session.clinicId(), session.startedAt());
        work.pigmentByLot()
                .forEach((lot, amount) ->
                        all.add(lots.draw(use, new LotId(lot), LotKind.PIGMENT, amount, "pigments.lotId")));
        all.add(lots.draw(use, work.needle().lotId(), LotKind.NEEDLE, BigDecimal.ONE, "needle.lotId"));
        return all;
    }

    private List<Change<?>> following(
            Session session, Optional<Plan> plan, LastSession last, TouchUpId next, Instant now) {
        if (session.isTouchUp()) {
            return touchingUp.closeAfter(last, next);
        }
        return plan.filter(it -> isLastOf(it, session))
                .map(it -> fulfilled(it, last, next, now))
                .orElseGet(() -> touchingUp.renewAfter(last, next));
    }

    private boolean isLastOf(Plan plan, Session session) {
        List<String> done = new ArrayList<>(sessions.doneUnder(plan.id()));
        done.add(session.serviceCode());
        return plan.openAfter(done).isEmpty();
    }

    private List<Change<?>> fulfilled(Plan plan, LastSession last, TouchUpId next, Instant now) {
        List<Change<?>> all = new ArrayList<>();
        all.add(chain.signed(plan.complete(last.courseId(), now), plan.clientId()));
        all.addAll(
                plan.kind() == PlanKind.PERMANENT
                        ? touchingUp.planAfter(last, next)
                        : touchingUp.checkFadeAfter(last, next));
        return all;
    }
}
