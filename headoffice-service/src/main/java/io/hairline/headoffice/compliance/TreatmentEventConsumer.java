package io.hairline.headoffice.compliance;

import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckDue;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckPlanned;
import io.hairline.contracts.treatment.TreatmentEvent.HairlineApproved;
import io.hairline.contracts.treatment.TreatmentEvent.IdentityChecked;
import io.hairline.contracts.treatment.TreatmentEvent.OfAdverseEventReport;
import io.hairline.contracts.treatment.TreatmentEvent.OfAftercareReply;
import io.hairline.contracts.treatment.TreatmentEvent.OfChartEntry;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsent;
import io.hairline.contracts.treatment.TreatmentEvent.OfHealingAssessment;
import io.hairline.contracts.treatment.TreatmentEvent.OfLot;
import io.hairline.contracts.treatment.TreatmentEvent.OfPatchTest;
import io.hairline.contracts.treatment.TreatmentEvent.OfPhoto;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecall;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecallNotice;
import io.hairline.contracts.treatment.TreatmentEvent.OfSelfCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfSharingPass;
import io.hairline.contracts.treatment.TreatmentEvent.OfStock;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.QuestionnaireAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessOverridden;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.contracts.treatment.TreatmentEvent.SessionAddendumAdded;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStartUndone;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpContacted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpForecastChanged;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpPlanned;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import io.hairline.headoffice.compliance.guest.WorkedDays;
import io.hairline.headoffice.compliance.override.ReadinessOverride;
import io.hairline.headoffice.compliance.override.ReadinessOverrides;
import io.hairline.headoffice.compliance.retention.ChartRetention;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/**
 * Notes each emergency access and each override of the readiness light, so that those who lead the clinic see it, and the day of
 * each client's last session, from which the keeping time of the chart runs.
 */
@Component("complianceTreatmentEvents")
class TreatmentEventConsumer implements EventConsumer<TreatmentEvent> {

    private final EmergencyAccesses accesses;
    private final ReadinessOverrides overrides;
    private final ChartRetention retention;
    private final WorkedDays workedDays;

    TreatmentEventConsumer(
            EmergencyAccesses accesses, ReadinessOverrides overrides, ChartRetention retention, WorkedDays workedDays) {
        this.accesses = accesses;
        this.overrides = overrides;
        this.retention = retention;
        this.workedDays = workedDays;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent by) {
        switch (event) {
            case EmergencyAccessOpened it ->
                accesses.add(new EmergencyAccess(
                        it.emergencyAccessId(),
                        it.clinicId(),
                        it.clientId(),
                        by.actor(),
                        it.reasonCode(),
                        by.time(),
                        it.until(),
                        null));
            case ReadinessOverridden it -> overrides.add(ReadinessOverride.of(it, by));
            case SessionCompleted it -> {
                workedDays.treated(it.practitionerId(), it.clinicId(), it.startedAt());
                retention.treated(it.clientId(), it.clinicId(), it.completedAt());
            }
            case TreatmentEvent.ClientDataErased it -> retention.erased(it.clientId());
            case ConsultationRecorded _,
                    ConsultationCorrected _,
                    HairlineApproved _,
                    SessionStarted _,
                    SessionStartUndone _,
                    CourseCompleted _,
                    IdentityChecked _,
                    OfAdverseEventReport _,
                    OfPhoto _,
                    OfHealingAssessment _,
                    OfAftercareReply _,
                    OfChartEntry _,
                    ChartHeadsSealed _,
                    OfConsent _,
                    OfLot _,
                    OfSelfCheck _,
                    OfStock _,
                    OfPatchTest _,
                    ReadinessBlocked _,
                    ReadinessUnblocked _,
                    OfRecallNotice _,
                    OfSharingPass _,
                    OfRecall _,
                    PlanAccepted _,
                    PlanProposed _,
                    QuestionnaireAnswered _,
                    SessionAddendumAdded _,
                    TouchUpBooked _,
                    TouchUpClosed _,
                    TouchUpContacted _,
                    TouchUpDue _,
                    TouchUpForecastChanged _,
                    TouchUpPlanned _,
                    FadeCheckPlanned _,
                    FadeCheckDue _,
                    TouchUpReopened _ -> {}
        }
    }
}
