package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.Money;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventReported;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentSigned;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentWithdrawn;
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
import io.hairline.contracts.treatment.TreatmentEvent.OfReadiness;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecall;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecallNotice;
import io.hairline.contracts.treatment.TreatmentEvent.OfSelfCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfSharingPass;
import io.hairline.contracts.treatment.TreatmentEvent.OfStock;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.QuestionnaireAnswered;
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
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.dashboard.projection.Fact.AdverseEvent;
import io.hairline.headoffice.dashboard.projection.Fact.Consented;
import io.hairline.headoffice.dashboard.projection.Fact.Consulted;
import io.hairline.headoffice.dashboard.projection.Fact.CourseDone;
import io.hairline.headoffice.dashboard.projection.Fact.Planned;
import io.hairline.headoffice.dashboard.projection.Fact.Stage;
import io.hairline.headoffice.dashboard.projection.Fact.TouchUp;
import io.hairline.headoffice.dashboard.projection.Fact.Treated;
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** What consultations, plans, sessions and touch-ups mean to the dashboard. */
@Component
class TreatmentEventConsumer implements EventConsumer<TreatmentEvent> {

    /** The reason with which treatment closes a touch-up that was done. */
    private static final String TREATED = "TREATED";

    /** The purpose of the consent without which nobody is treated. */
    private static final String TREATMENT = "TREATMENT";

    private final FactBuffer facts;
    private final ClinicDirectory clinics;

    TreatmentEventConsumer(FactBuffer facts, ClinicDirectory clinics) {
        this.facts = facts;
        this.clinics = clinics;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent by) {
        switch (event) {
            case ConsultationRecorded it ->
                facts.add(
                        it.clientId(),
                        new Consulted(
                                by.subject(),
                                by.version(),
                                by.time(),
                                it.clinicId(),
                                clinics.dayIn(it.clinicId(), by.time()),
                                it.appointmentId()));
            case PlanProposed it ->
                facts.add(
                        it.clientId(),
                        new Planned(by.subject(), by.version(), by.time(), it.consultationAppointmentId()));
            case SessionCompleted it -> facts.add(it.clientId(), treated(it, by));
            case AdverseEventReported it ->
                facts.add(
                        it.clientId(),
                        new AdverseEvent(
                                by.subject(),
                                by.version(),
                                by.time(),
                                it.clinicId(),
                                clinics.dayIn(it.clinicId(), by.time())));
            case CourseCompleted it ->
                facts.add(it.clientId(), new CourseDone(by.subject(), by.version(), it.completedAt(), it.courseId()));
            case TouchUpDue it ->
                facts.add(
                        it.clientId(),
                        new TouchUp(by.subject(), by.version(), by.time(), it.clinicId(), Stage.DUE, it.due()));
            case TouchUpBooked it -> facts.add(it.clientId(), step(it, by, Stage.BOOKED));
            case TouchUpReopened it -> facts.add(it.clientId(), step(it, by, Stage.REOPENED));
            case TouchUpClosed it ->
                facts.add(it.clientId(), step(it, by, TREATED.equals(it.reasonCode()) ? Stage.TREATED : Stage.CLOSED));
            case ConsentSigned it
            when TREATMENT.equals(it.purposeCode()) ->
                facts.add(it.clientId(), new Consented(by.subject(), by.version(), by.time(), false));
            case ConsentWithdrawn it
            when TREATMENT.equals(it.purposeCode()) ->
                facts.add(it.clientId(), new Consented(by.subject(), by.version(), by.time(), true));
            case TreatmentEvent.ClientDataErased _,
                    ConsultationCorrected _,
                    HairlineApproved _,
                    QuestionnaireAnswered _,
                    OfPatchTest _,
                    IdentityChecked _,
                    OfConsent _,
                    PlanAccepted _,
                    OfLot _,
                    OfSelfCheck _,
                    OfStock _,
                    SessionStarted _,
                    SessionStartUndone _,
                    SessionAddendumAdded _,
                    TouchUpForecastChanged _,
                    TouchUpPlanned _,
                    FadeCheckPlanned _,
                    FadeCheckDue _,
                    TouchUpContacted _,
                    OfSharingPass _,
                    EmergencyAccessOpened _,
                    OfReadiness _,
                    OfRecall _,
                    OfRecallNotice _,
                    OfAdverseEventReport _,
                    OfPhoto _,
                    OfHealingAssessment _,
                    OfAftercareReply _,
                    OfChartEntry _,
                    ChartHeadsSealed _ -> {}
        }
    }

    /** The spacing that the policy asked for is filled in when the facts are stored. */
    private Treated treated(SessionCompleted it, ReceivedEvent by) {
        Money price = it.price();
        return new Treated(
                by.subject(),
                by.version(),
                it.completedAt(),
                it.clinicId(),
                clinics.dayIn(it.clinicId(), it.completedAt()),
                it.courseId(),
                price == null ? null : price.currency(),
                price == null ? 0 : MinorUnits.of(price),
                !it.pigments().isEmpty(),
                null,
                it.practitionerId().value());
    }

    private static TouchUp step(TreatmentEvent.OfTouchUp it, ReceivedEvent by, Stage stage) {
        return new TouchUp(by.subject(), by.version(), by.time(), it.clinicId(), stage, null);
    }
}
