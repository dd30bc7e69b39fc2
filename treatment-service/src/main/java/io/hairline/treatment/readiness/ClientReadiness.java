package io.hairline.treatment.readiness;

import static io.hairline.treatment.readiness.StepState.BLOCKED;
import static io.hairline.treatment.readiness.StepState.DONE;
import static io.hairline.treatment.readiness.StepState.MISSING;
import static io.hairline.treatment.readiness.StepState.WARNING;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.chartentry.Allergy;
import io.hairline.treatment.chartentry.ChartEntries;
import io.hairline.treatment.consent.Consent;
import io.hairline.treatment.consent.ConsentPurpose;
import io.hairline.treatment.consent.Consents;
import io.hairline.treatment.hairline.DesignApproval;
import io.hairline.treatment.hairline.HairlineApprovals;
import io.hairline.treatment.identitycheck.IdentityChecks;
import io.hairline.treatment.patchtest.PatchTestReading;
import io.hairline.treatment.patchtest.PatchTestResult;
import io.hairline.treatment.patchtest.PatchTests;
import io.hairline.treatment.plan.Plan;
import io.hairline.treatment.questionnaire.HealthFindings;
import io.hairline.treatment.questionnaire.HealthOutcome;
import io.hairline.treatment.questionnaire.HealthSummary;
import io.hairline.treatment.questionnaire.Questionnaires;
import io.hairline.treatment.referencedata.HealthRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the client has signed, answered and shown: the steps that are the same for every appointment. */
@Component
class ClientReadiness {

    private static final ReadinessStep REMOVED_HAIRLINE = ReadinessStep.missing(
            StepCode.HAIRLINE,
            StepCode.Doer.PRACTITIONER,
            "HAIRLINE_REMOVED",
            "The hairline that was drawn was taken out of the consultation. Draw it there again and have it signed;"
                    + " if none is to be made, override this with a reason.");

    private final Consents consents;
    private final Questionnaires questionnaires;
    private final PatchTests patchTests;
    private final IdentityChecks identityChecks;
    private final ChartEntries entries;
    private final HairlineApprovals hairlines;

    ClientReadiness(
            Consents consents,
            Questionnaires questionnaires,
            PatchTests patchTests,
            IdentityChecks identityChecks,
            ChartEntries entries,
            HairlineApprovals hairlines) {
        this.consents = consents;
        this.questionnaires = questionnaires;
        this.patchTests = patchTests;
        this.identityChecks = identityChecks;
        this.entries = entries;
        this.hairlines = hairlines;
    }

    /**
     * The visit for which the steps are looked at.
     *
     * @param day the clinic's day of {@code when}
     * @param isToday whether that day has come
     * @param zone of the clinic
     * @param rules what the answers about health mean there on that day
     * @param lastTreated when the client's last session began; null before the first one
     */
    record Visit(
            Instant when,
            LocalDate day,
            boolean isToday,
            ZoneId zone,
            HealthRules rules,
            @Nullable Instant lastTreated) {

        /** Whether somebody has to ask what has changed: since a session, or since another day than the visit's. */
        boolean asksWhatChanged(Instant answeredAt) {
            boolean treatedSince = lastTreated != null && !answeredAt.isAfter(lastTreated);
            boolean onTheDay = LocalDate.ofInstant(answeredAt, zone).equals(day);
            return treatedSince || (isToday && !onTheDay);
        }
    }

    List<ReadinessStep> of(ClientId client, Visit visit) {
        return List.of(
                consent(client),
                questionnaire(client, visit).judgedBy(visit.rules().versions()),
                allergies(client),
                patchTest(client, visit.when()),
                identity(client));
    }

    /**
     * The signature under the hairline of a plan's consultation; no step where none was ever drawn. One that was corrected away is
     * asked for all the same, until somebody answers for treating without one.
     *
     * @param begun whether a session of the plan is done: then only a design that was changed since it was signed is in the way
     */
    Optional<ReadinessStep> hairline(Plan plan, boolean begun) {
        return hairline(hairlines.of(plan.consultationAppointmentId()), begun);
    }

    static Optional<ReadinessStep> hairline(DesignApproval approval, boolean begun) {
        return switch (approval) {
            case NO_DESIGN -> Optional.empty();
            case REMOVED -> begun ? Optional.empty() : Optional.of(REMOVED_HAIRLINE);
            case REMOVED_AFTER_APPROVAL -> Optional.of(REMOVED_HAIRLINE);
            case MISSING ->
                begun
                        ? Optional.empty()
                        : Optional.of(ReadinessStep.of(
                                StepCode.HAIRLINE,
                                MISSING,
                                "The client has yet to approve the hairline by signature."));
            case OUTDATED ->
                Optional.of(ReadinessStep.of(
                        StepCode.HAIRLINE,
                        MISSING,
                        "The hairline was changed since the client approved it; it is to be signed again."));
            case APPROVED ->
                Optional.of(ReadinessStep.of(StepCode.HAIRLINE, DONE, "The client has approved the hairline."));
        };
    }

    private ReadinessStep consent(ClientId client) {
        List<Consent> signed = consents.inForce(client, ConsentPurpose.TREATMENT);
        if (signed.isEmpty()) {
            return ReadinessStep.of(StepCode.CONSENT, MISSING, "The client's signature is needed before the session.");
        }
        return consents.isAnyUpToDate(signed)
                ? ReadinessStep.of(StepCode.CONSENT, DONE, "The consent is signed.")
                : ReadinessStep.of(
                        StepCode.CONSENT,
                        MISSING,
                        "The consent has new words since the client signed; they are to be signed before the session.");
    }

    private ReadinessStep questionnaire(ClientId client, Visit visit) {
        LocalDate day = visit.day();
        HealthRules rules = visit.rules();
        @Nullable HealthSummary health = questionnaires.latest(client).orElse(null);
        if (health == null || !health.isValidAt(visit.when())) {
            return ReadinessStep.of(
                    StepCode.QUESTIONNAIRE,
                    MISSING,
                    "Ask the client to answer the questions again, or for the first time.");
        }
        HealthFindings findings = health.under(rules);
        HealthOutcome outcome = findings.outcomeOn(day, entries.answeredByDoctorOn(client, day));
        if (outcome != HealthOutcome.BLOCKED && health.isOutgrownBy(rules)) {
            return ReadinessStep.of(
                    StepCode.QUESTIONNAIRE,
                    MISSING,
                    "The questions ask about a longer time than when the client answered; ask them again.");
        }
        Optional<LocalDate> waits = findings.waitsUntil(day);
        if (outcome != HealthOutcome.BLOCKED && waits.isPresent()) {
            return ReadinessStep.overridable(
                            StepCode.QUESTIONNAIRE,
                            "After what the client told, a treatment waits until " + waits.get() + ".")
                    .possibleFrom(waits.get().plusDays(1));
        }
        return switch (outcome) {
            case BLOCKED ->
                ReadinessStep.of(
                        StepCode.QUESTIONNAIRE,
                        BLOCKED,
                        "The client can't be treated for now; the practitioner knows why.");
            case DOCTORS_NOTE ->
                ReadinessStep.overridable(
                        StepCode.QUESTIONNAIRE,
                        "A doctor's note is needed before the session; ask the client for it and write it into the chart.");
            case WAIT, WARN ->
                ReadinessStep.of(
                        StepCode.QUESTIONNAIRE, WARNING, "The practitioner looks at the answers before starting.");
            case CLEAR ->
                visit.asksWhatChanged(health.answeredAt())
                        ? ReadinessStep.warning(
                                StepCode.QUESTIONNAIRE,
                                "ASK_WHAT_CHANGED",
                                "Ask the client whether anything has changed since the questions were answered.")
                        : ReadinessStep.of(StepCode.QUESTIONNAIRE, DONE, "All questions are answered.");
        };
    }

    private ReadinessStep allergies(ClientId client) {
        Set<Allergy.Substance> known = entries.allergiesOf(client, _ -> true).stream()
                .map(Allergy::substance)
                .collect(Collectors.toUnmodifiableSet());
        if (known.contains(Allergy.Substance.PIGMENT)) {
            return ReadinessStep.overridable(
                    StepCode.ALLERGY, "The practitioner has to speak with the client about the materials first.");
        }
        return known.contains(Allergy.Substance.NUMBING_AGENT)
                ? ReadinessStep.of(
                        StepCode.ALLERGY, WARNING, "The practitioner reads the list in the chart before starting.")
                : ReadinessStep.of(StepCode.ALLERGY, DONE, "Nothing known speaks against the materials.");
    }

    private ReadinessStep patchTest(ClientId client, Instant when) {
        @Nullable PatchTestReading reading = patchTests.latestReading(client).orElse(null);
        if (reading != null && reading.result() == PatchTestResult.FAIL) {
            return ReadinessStep.of(
                    StepCode.PATCH_TEST, BLOCKED, "The practitioner has to speak with the client first.");
        }
        boolean passed = reading != null && reading.isPassedAt(when);
        return passed
                ? ReadinessStep.of(StepCode.PATCH_TEST, DONE, "The test is done.")
                : ReadinessStep.of(StepCode.PATCH_TEST, MISSING, "A test is needed at least a day before.");
    }

    private ReadinessStep identity(ClientId client) {
        return switch (identityChecks.latest(client)) {
            case UNCHECKED ->
                ReadinessStep.of(StepCode.IDENTITY, MISSING, "Ask for an identity document and note that you saw it.");
            case CONFIRMED -> ReadinessStep.of(StepCode.IDENTITY, DONE, "Who the client is, and of age, was checked.");
            case OTHER_BIRTH_DATE ->
                ReadinessStep.of(
                        StepCode.IDENTITY,
                        BLOCKED,
                        "The document names another date of birth than the clinic knows. Correct it, then check again.");
            case UNDER_AGE -> ReadinessStep.of(StepCode.IDENTITY, BLOCKED, "The document says: not yet 18.");
        };
    }
}
