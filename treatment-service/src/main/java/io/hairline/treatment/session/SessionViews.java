package io.hairline.treatment.session;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.kit.security.Callers;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.readiness.ReadinessDecisions;
import io.hairline.treatment.referencedata.HealingTime;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.session.SessionView.AddendumView;
import io.hairline.treatment.session.SessionView.LotUsed;
import io.hairline.treatment.session.SessionView.StepOverrideView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what is sealed of sessions and names their lots, for all of a list at once. */
@Component
class SessionViews {

    private final Sessions sessions;
    private final Lots lots;
    private final ReferenceData referenceData;
    private final ReadinessDecisions decisions;
    private final Callers callers;
    private final Clock clock;

    SessionViews(
            Sessions sessions,
            Lots lots,
            ReferenceData referenceData,
            ReadinessDecisions decisions,
            Callers callers,
            Clock clock) {
        this.decisions = decisions;
        this.callers = callers;
        this.clock = clock;
        this.sessions = sessions;
        this.lots = lots;
        this.referenceData = referenceData;
    }

    /** For those who treat in its clinic. */
    SessionView of(Session it) {
        return of(List.of(it), _ -> true).getFirst();
    }

    SessionView of(Session it, ChartReading reading) {
        return of(List.of(it), reading::leadsToTreatment).getFirst();
    }

    /** Those that the reading covers. */
    List<SessionView> of(List<Session> all, ChartReading reading) {
        return of(all.stream().filter(it -> reading.covers(it.clinicId())).toList(), reading::leadsToTreatment);
    }

    private List<SessionView> of(List<Session> all, Predicate<ClinicId> leadsToTreatment) {
        Map<LotId, Lot> known =
                lots.byId(all.stream().flatMap(it -> it.lots().stream()).toList());
        Map<ClinicId, HealingTime> healing = all.stream()
                .filter(it -> it.done() != null)
                .map(Session::clinicId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), it -> referenceData.healingTime(it, clock.instant())));
        Map<AppointmentId, List<ReadinessDecisions.Answer>> answers =
                decisions.answersIn(all.stream().map(Session::appointmentId).toList());
        return all.stream()
                .map(it -> view(
                        it,
                        known,
                        healing.get(it.clinicId()),
                        leadsToTreatment.test(it.clinicId()),
                        answers.getOrDefault(it.appointmentId(), List.of())))
                .toList();
    }

    /** @param healing where the session was; absent if that isn't asked */
    private SessionView view(
            Session it,
            Map<LotId, Lot> known,
            @Nullable HealingTime healing,
            boolean mayAssessHealing,
            List<ReadinessDecisions.Answer> answers) {
        List<AddendumView> addenda = Objects.requireNonNullElse(it.addenda(), List.<Session.Addendum>of()).stream()
                .map(one -> new AddendumView(
                        one.at(), one.by(), referenceData.nameOf(one.practitionerId()), sessions.textOf(it, one)))
                .toList();
        List<LotUsed> used = it.lots().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .map(lot -> LotUsed.of(lot, it.lateStatusOf(lot.id()).orElse(null)))
                .toList();
        @Nullable LocalDate healedFrom = it.done() == null || healing == null ? null : healing.endOf(it.startedAt());
        List<StepOverrideView> overrides = it.done() == null || healing == null
                ? List.of()
                : overrides(answers, LocalDate.ofInstant(it.startedAt(), healing.zone()));
        return SessionView.of(
                it, healedFrom, mayAssessHealing, sessions.observationsOf(it).orElse(null), used, addenda, overrides);
    }

    private List<StepOverrideView> overrides(List<ReadinessDecisions.Answer> answers, LocalDate day) {
        boolean withReasons = !callers.current().isClient();
        return answers.stream()
                .filter(it -> it.day().equals(day))
                .map(it -> StepOverrideView.of(
                        it.step(), withReasons ? it.override() : it.override().withoutReason()))
                .toList();
    }
}
