package io.hairline.booking.appointment.visit;

import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.HairlineApproved;
import io.hairline.contracts.treatment.TreatmentEvent.OfAdverseEventReport;
import io.hairline.contracts.treatment.TreatmentEvent.OfAftercareReply;
import io.hairline.contracts.treatment.TreatmentEvent.OfChartEntry;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsent;
import io.hairline.contracts.treatment.TreatmentEvent.OfHealingAssessment;
import io.hairline.contracts.treatment.TreatmentEvent.OfIdentityCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfLot;
import io.hairline.contracts.treatment.TreatmentEvent.OfPatchTest;
import io.hairline.contracts.treatment.TreatmentEvent.OfPhoto;
import io.hairline.contracts.treatment.TreatmentEvent.OfPlan;
import io.hairline.contracts.treatment.TreatmentEvent.OfQuestionnaire;
import io.hairline.contracts.treatment.TreatmentEvent.OfReadiness;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecall;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecallNotice;
import io.hairline.contracts.treatment.TreatmentEvent.OfSelfCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfSharingPass;
import io.hairline.contracts.treatment.TreatmentEvent.OfStock;
import io.hairline.contracts.treatment.TreatmentEvent.OfTouchUp;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestPlaced;
import io.hairline.contracts.treatment.TreatmentEvent.SessionAddendumAdded;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStartUndone;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** The diary follows what happens in the chair. */
@Component
class TreatmentEventConsumer implements EventConsumer<TreatmentEvent> {

    private final VisitRecording visits;
    private final ReferenceData referenceData;

    TreatmentEventConsumer(VisitRecording visits, ReferenceData referenceData) {
        this.visits = visits;
        this.referenceData = referenceData;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        switch (event) {
            case SessionStarted it -> visits.start(it.appointmentId(), it.startedAt());
            case SessionStartUndone it -> visits.undoStart(it.appointmentId());
            case SessionCompleted it -> visits.complete(it.appointmentId(), it.completedAt());
            case ConsultationRecorded it -> visits.complete(it.appointmentId(), received.time());
            case PatchTestPlaced it ->
                referenceData
                        .clinic(it.clinicId())
                        .ifPresent(clinic -> visits.completePatchTest(
                                it.clientId(), it.clinicId(), clinic.zoneId(), received.time()));
            case ConsultationCorrected _, HairlineApproved _ -> {}
            case OfPatchTest _, OfQuestionnaire _, OfIdentityCheck _, OfConsent _, OfPlan _, OfLot _, OfTouchUp _ -> {}
            case OfReadiness _, OfSharingPass _, EmergencyAccessOpened _, SessionAddendumAdded _ -> {}
            case OfRecall _, OfRecallNotice _, OfAdverseEventReport _ -> {}
            case OfSelfCheck _ -> {}
            case OfStock _ -> {} // its own package keeps it
            case OfPhoto _, OfHealingAssessment _, OfAftercareReply _, OfChartEntry _, ChartHeadsSealed _ -> {}
            case TreatmentEvent.ClientDataErased _ -> {}
        }
    }
}
