package io.hairline.treatment.readiness;

import static io.hairline.treatment.readiness.StepState.BLOCKED;
import static io.hairline.treatment.readiness.StepState.DONE;
import static io.hairline.treatment.readiness.StepState.MISSING;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.kit.Refusal;
import io.hairline.treatment.healing.HealingAssessments;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.plan.Plan;
import io.hairline.treatment.plan.Plans;
import io.hairline.treatment.readiness.AppointmentReadiness.Answering;
import io.hairline.treatment.readiness.EarlierSessions.Earlier;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks each capability whether the client may be treated in an appointment. */
@Service
public class ReadinessCheck {

    private final ReferenceData referenceData;
    private final ClientReadiness papers;
    private final Plans plans;
    private final Lots lots;
    private final EarlierSessions sessions;
    private final HealingAssessments healing;
    private final ReadinessDecisions decisions;
    private final Clock clock;

    ReadinessCheck(
            ReferenceData referenceData,
            ClientReadiness papers,
            Plans plans,
            Lots lots,
            EarlierSessions sessions,
            HealingAssessments healing,
            ReadinessDecisions decisions,
            Clock clock) {
        this.referenceData = referenceData;
        this.papers = papers;
        this.plans = plans;
        this.lots = lots;
        this.sessions = sessions;
        this.healing = healing;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** For the day of the appointment; for today when that has passed, or when somebody answers for starting today. */
    public Readiness of(Appointment appointment) {
        return of(appointment, dayOf(appointment));
    }

    /** For a session that starts now, whatever day was planned. */
    public Readiness toStartNow(Appointment appointment) {
        return of(appointment, today(appointment));
    }

    /** Takes one of the staff's word for a step that is red; answers the light as it is then. */
    Readiness override(Appointment appointment, StepCode code, Answering who, String reason) {
        LocalDate day = code == StepCode.APPOINTMENT_DAY ? today(appointment) : dayOf(appointment);
        decisions.override(appointment, code, day, who, reason, () -> {
            Readiness now = of(appointment, day);
            if (!now.isOverridable(code)) {
                throw Refusal.rule(
                        "not-overridable", "The step " + code + " can't be overridden: " + now.detailOf(code));
            }
        });
        return of(appointment);
    }

    private LocalDate dayOf(Appointment appointment) {
        LocalDate today = today(appointment);
        boolean onToday = appointment.localDay().isBefore(today)
                || decisions.find(appointment, StepCode.APPOINTMENT_DAY, today).isPresent();
        return onToday ? today : appointment.localDay();
    }

    private LocalDate today(Appointment appointment) {
        return LocalDate.ofInstant(
                clock.instant(),
                referenceData.requireClinic(appointment.clinicId()).zoneId());
    }

    private Readiness of(Appointment appointment, LocalDate day) {
        ClientId client = Optional.ofNullable(appointment.clientId()).orElseThrow(Refusal::notFound);
        Clinic clinic = referenceData.requireClinic(appointment.clinicId());
        Instant now = clock.instant();
        boolean planned =
                day.equals(appointment.localDay()) && appointment.startsAt().isAfter(now);
        Instant when = planned ? appointment.startsAt() : now;
        List<Earlier> earlier = sessions.earlierOf(client).stream()
                .filter(it -> !it.appointmentId().equals(appointment.id()))
                .toList();
        @Nullable Plan plan = plans.inForce(client).orElse(null);
        List<ReadinessStep> steps = new ArrayList<>(papers.of(
                client,
                new ClientReadiness.Visit(
                        when,
                        day,
                        day.equals(today(appointment)),
                        clinic.zoneId(),
                        referenceData.healthRules(clinic.id(), day),
                        lastTreated(earlier))));
        boolean touchUp = appointment.isTouchUp();
        if (!touchUp) {
            steps.add(plan(plan, appointment.serviceCode(), earlier));
            if (plan != null) {
                papers.hairline(plan, !doneUnder(plan, earlier).isEmpty()).ifPresent(steps::add);
            }
            steps.add(order(plan, appointment.serviceCode(), earlier));
        }
        steps.add(diary(appointment));
        steps.add(appointmentDay(appointment, day));
        steps.add(healingGap(earlier, clinic, day, touchUp || plan == null ? null : plan.id()));
        steps.add(healing(client, earlier));
        steps.add(licence(appointment, clinic, day));
        steps.add(training(appointment, clinic, day));
        steps.add(lot(clinic, day));
        return Readiness.of(
                steps.stream().map(it -> answeredFor(it, appointment, day)).toList());
    }

    private ReadinessStep answeredFor(ReadinessStep step, Appointment appointment, LocalDate day) {
        return step.overridable()
                ? decisions
                        .find(appointment, step.code(), day)
                        .map(step::overriddenBy)
                        .orElse(step)
                : step;
    }

    private static ReadinessStep diary(Appointment appointment) {
        return appointment.conflict() == null
                ? ReadinessStep.of(StepCode.DIARY, DONE, "The appointment fits the clinic's plan.")
                : ReadinessStep.blocked(
                        StepCode.DIARY,
                        appointment.conflict(),
                        "The plan changed under the appointment; move it first.");
    }

    private static ReadinessStep appointmentDay(Appointment appointment, LocalDate day) {
        return day.equals(appointment.localDay())
                ? ReadinessStep.of(StepCode.APPOINTMENT_DAY, DONE, "The appointment is on " + day + ".")
                : ReadinessStep.overridable(
                        StepCode.APPOINTMENT_DAY,
                        "The appointment is on " + appointment.localDay() + " and not on " + day
                                + ". Move it, or override this with a reason.");
    }

    private static @Nullable Instant lastTreated(List<Earlier> earlier) {
        return earlier.stream()
                .filter(Earlier::completed)
                .map(Earlier::startedAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static ReadinessStep plan(@Nullable Plan plan, String serviceCode, List<Earlier> earlier) {
        if (plan == null) {
            return ReadinessStep.of(StepCode.PLAN, MISSING, "No accepted plan is still open.");
        }
        return plan.openAfter(doneUnder(plan, earlier)).contains(serviceCode)
                ? ReadinessStep.of(StepCode.PLAN, DONE, "The session is in the accepted plan.")
                : ReadinessStep.of(StepCode.PLAN, BLOCKED, "The accepted plan has no " + serviceCode + " left.");
    }

    private static ReadinessStep order(@Nullable Plan plan, String serviceCode, List<Earlier> earlier) {
        List<String> before = plan == null ? List.of() : plan.openBefore(serviceCode, doneUnder(plan, earlier));
        return before.isEmpty()
                ? ReadinessStep.of(StepCode.SESSION_ORDER, DONE, "No earlier session of the plan is open.")
                : ReadinessStep.of(
                        StepCode.SESSION_ORDER,
                        BLOCKED,
                        String.join(", ", before) + " comes before " + serviceCode + " and isn't done.");
    }

    private static List<String> doneUnder(Plan plan, List<Earlier> earlier) {
        return earlier.stream()
                .filter(it -> plan.id().equals(it.planId()) && it.completed())
                .map(Earlier::serviceCode)
                .toList();
    }

    private ReadinessStep healingGap(List<Earlier> earlier, Clinic clinic, LocalDate day, @Nullable PlanId plan) {
        if (earlier.isEmpty()) {
            return HealingGap.judge(referenceData.policy(clinic, day).healing(), null, day, false);
        }
        Earlier last = earlier.getFirst();
        return HealingGap.judge(
                referenceData.policy(clinic, day).healing(),
                LocalDate.ofInstant(last.startedAt(), clinic.zoneId()),
                day,
                plan != null && plan.equals(last.planId()));
    }

    private ReadinessStep healing(ClientId client, List<Earlier> earlier) {
        boolean delayed = !earlier.isEmpty()
                && healing.isDelayedSince(client, earlier.getFirst().startedAt());
        return delayed
                ? ReadinessStep.of(
                        StepCode.HEALING, BLOCKED, "The practitioner wants to look at the skin again before.")
                : ReadinessStep.of(StepCode.HEALING, DONE, "Nothing delays the session.");
    }

    private ReadinessStep licence(Appointment appointment, Clinic clinic, LocalDate day) {
        boolean licensed = referenceData
                .findPractitioner(appointment.practitionerId())
                .filter(it -> it.isLicensed(clinic.jurisdiction(), day))
                .isPresent();
        return licensed
                ? ReadinessStep.of(StepCode.LICENCE, DONE, "The practitioner is licensed here.")
                : ReadinessStep.of(StepCode.LICENCE, BLOCKED, "The practitioner isn't licensed here on " + day + ".");
    }

    private ReadinessStep training(Appointment appointment, Clinic clinic, LocalDate day) {
        Set<TrainingKind> lacking = referenceData
                .findPractitioner(appointment.practitionerId())
                .map(it -> it.lacks(clinic.jurisdiction(), day))
                .orElseGet(() -> JurisdictionRules.of(clinic.jurisdiction()).training());
        return lacking.isEmpty()
                ? ReadinessStep.of(StepCode.TRAINING, DONE, "The practitioner has the training that is asked for here.")
                : ReadinessStep.overridable(
                        StepCode.TRAINING,
                        "The practitioner lacks training that is asked for here on " + day + ": " + words(lacking)
                                + ". Have head office record it, or override this with a reason.");
    }

    private static String words(Set<TrainingKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private ReadinessStep lot(Clinic clinic, LocalDate day) {
        if (!lots.hasUsable(clinic.id(), LotKind.PIGMENT, day)) {
            return ReadinessStep.of(
                    StepCode.LOT, MISSING, "The clinic has no pigment that may be used that day; receive a lot.");
        }
        return lots.hasUsable(clinic.id(), LotKind.NEEDLE, day)
                ? ReadinessStep.of(StepCode.LOT, DONE, "Everything is in stock.")
                : ReadinessStep.of(
                        StepCode.LOT, MISSING, "The clinic has no needles that may be used that day; receive a lot.");
    }
}
