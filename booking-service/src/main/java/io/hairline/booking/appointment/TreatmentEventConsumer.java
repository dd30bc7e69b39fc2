package io.hairline.booking.appointment;

import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.OfAdverseEventReport;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsent;
import io.hairline.contracts.treatment.TreatmentEvent.OfIdentityCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfLot;
import io.hairline.contracts.treatment.TreatmentEvent.OfPatchTest;
import io.hairline.contracts.treatment.TreatmentEvent.OfPlan;
import io.hairline.contracts.treatment.TreatmentEvent.OfQuestionnaire;
import io.hairline.contracts.treatment.TreatmentEvent.OfReadiness;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecallNotice;
import io.hairline.contracts.treatment.TreatmentEvent.OfSharingPass;
import io.hairline.contracts.treatment.TreatmentEvent.OfTouchUp;
import io.hairline.contracts.treatment.TreatmentEvent.PigmentLotRecalled;
import io.hairline.contracts.treatment.TreatmentEvent.SessionAddendumAdded;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** The diary follows the chair. */
@Component
class TreatmentEventConsumer implements EventConsumer<TreatmentEvent> {

    private final AppointmentScheduling scheduling;

    TreatmentEventConsumer(AppointmentScheduling scheduling) {
        this.scheduling = scheduling;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        switch (event) {
            case SessionStarted it -> scheduling.start(it.appointmentId());
            case SessionCompleted it -> scheduling.complete(it.appointmentId());
            case ConsultationRecorded it -> scheduling.complete(it.appointmentId());
            case OfQuestionnaire _, OfPatchTest _, OfIdentityCheck _, OfConsent _, OfPlan _, OfLot _, OfTouchUp _ -> {}
            case OfReadiness _, OfSharingPass _, EmergencyAccessOpened _, SessionAddendumAdded _ -> {}
            case PigmentLotRecalled _, OfRecallNotice _, OfAdverseEventReport _ -> {}
        }
    }
}
