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
import io.hairline.treatment.identitycheck.IdentityChecks;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.patchtest.PatchTestReading;
import io.hairline.treatment.patchtest.PatchTestResult;
import io.hairline.treatment.patchtest.PatchTests;
import io.hairline.treatment.plan.Plan;
import io.hairline.treatment.plan.Plans;
import io.hairline.treatment.questionnaire.ContraindicationEffect;
import io.hairline.treatment.questionnaire.HealthSummary;
import io.hairline.treatment.questionnaire.Questionnaires;
import io.hairline.treatment.readiness.EarlierSessions.Earlier;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
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

    private final ReferenceData referenceData;
    private final Consents consents;
    private final Questionnaires questionnaires;
    private final PatchTests patchTests;
    private final IdentityChecks identityChecks;
    private final Plans plans;
    private final Lots lots;
    private final EarlierSessions sessions;
    private final Clock clock;

    ReadinessCheck(
            ReferenceData referenceData,
            Consents consents,
            Questionnaires questionnaires,
            PatchTests patchTests,
            IdentityChecks identityChecks,
            Plans plans,
            Lots lots,
            EarlierSessions sessions,
            Clock clock) {
        this.referenceData = referenceData;
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
        Clinic clinic = referenceData.requireClinic(appointment.clinicId());
        Instant now = clock.instant();
        Instant when = appointment.startsAt().isAfter(now) ? appointment.startsAt() : now;
        LocalDate day = LocalDate.ofInstant(when, clinic.zoneId());
        List<Earlier> earlier = sessions.earlierOf(client).stream()
                .filter(it -> !it.appointmentId().equals(appointment.id()))
                .toList();
        @Nullable Plan plan = plans.inForce(client).orElse(null);
        List<ReadinessStep> steps = new ArrayList<>(
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

    private ReadinessStep consent(ClientId client) {
        return consents.inForce(client, ConsentPurpose.TREATMENT).isPresent()
                ? ReadinessStep.of(StepCode.CONSENT, DONE, "She has signed.")
                : ReadinessStep.of(StepCode.CONSENT, MISSING, "Her signature is needed before she sits down.");
    }

    private ReadinessStep questionnaire(ClientId client, Instant when) {
        @Nullable HealthSummary health = questionnaires.latest(client).orElse(null);
        if (health == null || !health.isValidAt(when)) {
            return ReadinessStep.of(
                    StepCode.QUESTIONNAIRE, MISSING, "Ask her to answer the questions again, or for the first time.");
        }
        List<ContraindicationEffect> effects =
                health.findings().stream().map(it -> it.effect()).toList();
        if (effects.contains(ContraindicationEffect.BLOCK)) {
            return ReadinessStep.of(
                    StepCode.QUESTIONNAIRE, BLOCKED, "She can't be treated for now; her practitioner knows why.");
        }
        return effects.contains(ContraindicationEffect.DOCTORS_NOTE) || effects.contains(ContraindicationEffect.WAIT)
                ? ReadinessStep.of(
                        StepCode.QUESTIONNAIRE, WARNING, "Her practitioner looks at her answers before starting.")
                : ReadinessStep.of(StepCode.QUESTIONNAIRE, DONE, "She has answered all questions.");
    }

    private ReadinessStep patchTest(ClientId client, Instant when) {
        @Nullable PatchTestReading reading = patchTests.latestReading(client).orElse(null);
        if (reading != null && reading.result() == PatchTestResult.FAIL) {
            return ReadinessStep.of(StepCode.PATCH_TEST, BLOCKED, "Her practitioner has to speak with her first.");
        }
        boolean passed = reading != null && reading.isPassedAt(when);
        return passed
                ? ReadinessStep.of(StepCode.PATCH_TEST, DONE, "The test is done.")
                : ReadinessStep.of(StepCode.PATCH_TEST, MISSING, "She needs a test at least a day before.");
    }

    private ReadinessStep identity(ClientId client) {
        return identityChecks.isChecked(client)
                ? ReadinessStep.of(StepCode.IDENTITY, DONE, "Her papers were looked at.")
                : ReadinessStep.of(StepCode.IDENTITY, MISSING, "Ask for her papers and note that you saw them.");
    }

    private static ReadinessStep plan(@Nullable Plan plan, String serviceCode, List<Earlier> earlier) {
        if (plan == null) {
            return ReadinessStep.of(StepCode.PLAN, MISSING, "She has accepted no plan that is still open.");
        }
        List<String> done = earlier.stream()
                .filter(it -> plan.id().equals(it.planId()) && it.completed())
                .map(Earlier::serviceCode)
                .toList();
        return plan.openAfter(done).contains(serviceCode)
                ? ReadinessStep.of(StepCode.PLAN, DONE, "It is in the plan she accepted.")
                : ReadinessStep.of(StepCode.PLAN, BLOCKED, "The plan she accepted has no " + serviceCode + " left.");
    }

    private static ReadinessStep healingGap(
            List<Earlier> earlier, Clinic clinic, LocalDate day, @Nullable PlanId plan) {
        if (earlier.isEmpty()) {
            return HealingGap.judge(null, day, false);
        }
        Earlier last = earlier.getFirst();
        return HealingGap.judge(
                LocalDate.ofInstant(last.startedAt(), clinic.zoneId()),
                day,
                plan != null && plan.equals(last.planId()));
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

    private ReadinessStep lot(Clinic clinic, LocalDate day) {
        if (!lots.hasUsable(clinic.id(), LotKind.PIGMENT, day)) {
            return ReadinessStep.of(
                    StepCode.LOT, MISSING, "The clinic has no colour it may use that day; receive a lot.");
        }
        return lots.hasUsable(clinic.id(), LotKind.NEEDLE, day)
                ? ReadinessStep.of(StepCode.LOT, DONE, "Everything is in stock.")
                : ReadinessStep.of(
                        StepCode.LOT, MISSING, "The clinic has no needles it may use that day; receive a lot.");
    }
}
