package io.hairline.treatment.readiness;

import static io.hairline.treatment.readiness.StepState.BLOCKED;
import static io.hairline.treatment.readiness.StepState.DONE;
import static io.hairline.treatment.readiness.StepState.MISSING;
import static io.hairline.treatment.readiness.StepState.WARNING;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PlanId;
import io.hairline.kit.Refusal;
import io.hairline.treatment.consent.ConsentPurpose;
import io.hairline.treatment.consent.Consents;
import io.hairline.treatment.franchise.Appointment;
import io.hairline.treatment.franchise.Clinic;
import io.hairline.treatment.franchise.Franchise;
import io.hairline.treatment.identitycheck.IdentityChecks;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.patchtest.PatchTestReading;
import io.hairline.treatment.patchtest.PatchTestResult;
import io.hairline.treatment.patchtest.PatchTests;
import io.hairline.treatment.plan.Plan;
import io.hairline.treatment.plan.Plans;
import io.hairline.treatment.questionnaire.Effect;
import io.hairline.treatment.questionnaire.Health;
import io.hairline.treatment.questionnaire.Questionnaires;
import io.hairline.treatment.readiness.EarlierSessions.Earlier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks everybody whether she may be treated in an appointment. */
@Service
public class ReadinessCheck {

    private final Franchise franchise;
    private final Consents consents;
    private final Questionnaires questionnaires;
    private final PatchTests patchTests;
    private final IdentityChecks identityChecks;
    private final Plans plans;
    private final Lots lots;
    private final EarlierSessions sessions;
    private final Clock clock;

    ReadinessCheck(
            Franchise franchise,
            Consents consents,
            Questionnaires questionnaires,
            PatchTests patchTests,
            IdentityChecks identityChecks,
            Plans plans,
            Lots lots,
            EarlierSessions sessions,
            Clock clock) {
        this.franchise = franchise;
        this.consents = consents;
        this.questionnaires = questionnaires;
        this.patchTests = patchTests;
        this.identityChecks = identityChecks;
        this.plans = plans;
        this.lots = lots;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** For the time of the appointment, or for now when that has passed. */
    public Readiness of(Appointment appointment) {
        ClientId client = Optional.ofNullable(appointment.clientId()).orElseThrow(Refusal::notFound);
        Clinic clinic = franchise.requireClinic(appointment.clinicId());
        Instant now = clock.instant();
        Instant when = appointment.startsAt().isAfter(now) ? appointment.startsAt() : now;
        LocalDate day = LocalDate.ofInstant(when, clinic.zoneId());
        List<Earlier> earlier = sessions.earlierOf(client).stream()
                .filter(it -> !it.appointmentId().equals(appointment.id()))
                .toList();
        @Nullable Plan plan = plans.inForce(client).orElse(null);
        List<Step> steps = new ArrayList<>(
                List.of(consent(client), questionnaire(client, when), patchTest(client, when), identity(client)));
        boolean touchUp = appointment.isTouchUp();
        if (!touchUp) {
            steps.add(plan(plan, appointment.serviceCode(), earlier));
        }
        steps.add(healingGap(earlier, clinic, day, touchUp || plan == null ? null : plan.id()));
        steps.add(licence(appointment, clinic, day));
        steps.add(lot(clinic, day));
        return Readiness.of(steps);
    }

    private Step consent(ClientId client) {
        return consents.inForce(client, ConsentPurpose.TREATMENT).isPresent()
                ? Step.of(StepCode.CONSENT, DONE, "She has signed.")
                : Step.of(StepCode.CONSENT, MISSING, "Her signature is needed before she sits down.");
    }

    private Step questionnaire(ClientId client, Instant when) {
        @Nullable Health health = questionnaires.latest(client).orElse(null);
        if (health == null || !health.isValidAt(when)) {
            return Step.of(
                    StepCode.QUESTIONNAIRE, MISSING, "Ask her to answer the questions again, or for the first time.");
        }
        List<Effect> effects = health.findings().stream().map(it -> it.effect()).toList();
        if (effects.contains(Effect.BLOCK)) {
            return Step.of(
                    StepCode.QUESTIONNAIRE, BLOCKED, "She can't be treated for now; her practitioner knows why.");
        }
        return effects.contains(Effect.DOCTORS_NOTE) || effects.contains(Effect.WAIT)
                ? Step.of(StepCode.QUESTIONNAIRE, WARNING, "Her practitioner looks at her answers before starting.")
                : Step.of(StepCode.QUESTIONNAIRE, DONE, "She has answered all questions.");
    }

    private Step patchTest(ClientId client, Instant when) {
        @Nullable PatchTestReading reading = patchTests.latestReading(client).orElse(null);
        if (reading != null && reading.result() == PatchTestResult.FAIL) {
            return Step.of(StepCode.PATCH_TEST, BLOCKED, "Her practitioner has to speak with her first.");
        }
        boolean passed = reading != null && reading.isPassedAt(when);
        return passed
                ? Step.of(StepCode.PATCH_TEST, DONE, "The test is done.")
                : Step.of(StepCode.PATCH_TEST, MISSING, "She needs a test at least a day before.");
    }

    private Step identity(ClientId client) {
        return identityChecks.isChecked(client)
                ? Step.of(StepCode.IDENTITY, DONE, "Her papers were looked at.")
                : Step.of(StepCode.IDENTITY, MISSING, "Ask for her papers and note that you saw them.");
    }

    private static Step plan(@Nullable Plan plan, String serviceCode, List<Earlier> earlier) {
        if (plan == null) {
            return Step.of(StepCode.PLAN, MISSING, "She has accepted no plan that is still open.");
        }
        List<String> done = earlier.stream()
                .filter(it -> plan.id().equals(it.planId()) && it.completed())
                .map(Earlier::serviceCode)
                .toList();
        return plan.openAfter(done).contains(serviceCode)
                ? Step.of(StepCode.PLAN, DONE, "It is in the plan she accepted.")
                : Step.of(StepCode.PLAN, BLOCKED, "The plan she accepted has no " + serviceCode + " left.");
    }

    private static Step healingGap(List<Earlier> earlier, Clinic clinic, LocalDate day, @Nullable PlanId plan) {
        if (earlier.isEmpty()) {
            return HealingGap.judge(null, day, false);
        }
        Earlier last = earlier.getFirst();
        return HealingGap.judge(
                LocalDate.ofInstant(last.startedAt(), clinic.zoneId()),
                day,
                plan != null && plan.equals(last.planId()));
    }

    private Step licence(Appointment appointment, Clinic clinic, LocalDate day) {
        boolean licensed = franchise
                .findPractitioner(appointment.practitionerId())
                .filter(it -> it.isLicensed(clinic.jurisdiction(), day))
                .isPresent();
        return licensed
                ? Step.of(StepCode.LICENCE, DONE, "The practitioner is licensed here.")
                : Step.of(StepCode.LICENCE, BLOCKED, "The practitioner isn't licensed here on " + day + ".");
    }

    private Step lot(Clinic clinic, LocalDate day) {
        if (!lots.hasUsable(clinic.id(), LotKind.PIGMENT, day)) {
            return Step.of(StepCode.LOT, MISSING, "The clinic has no colour it may use that day; receive a lot.");
        }
        return lots.hasUsable(clinic.id(), LotKind.NEEDLE, day)
                ? Step.of(StepCode.LOT, DONE, "Everything is in stock.")
                : Step.of(StepCode.LOT, MISSING, "The clinic has no needles it may use that day; receive a lot.");
    }
}
