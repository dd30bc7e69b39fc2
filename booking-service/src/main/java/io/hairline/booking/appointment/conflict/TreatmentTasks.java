package io.hairline.booking.appointment.conflict;

import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareReplied;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.OfAdverseEventReport;
import io.hairline.contracts.treatment.TreatmentEvent.OfChartEntry;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsent;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsultation;
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
import io.hairline.contracts.treatment.TreatmentEvent.OfSession;
import io.hairline.contracts.treatment.TreatmentEvent.OfSharingPass;
import io.hairline.contracts.treatment.TreatmentEvent.OfStock;
import io.hairline.contracts.treatment.TreatmentEvent.OfTouchUp;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Opens a task when a client asks something after a treatment, and when a recall, a quarantine or a last day leaves a coming
 * treatment without pigment or needles; closes it when the clinic has answered, or has some. A licence that ends is a conflict of
 * the diary, which has its task already.
 */
@Component
class TreatmentTasks implements EventConsumer<TreatmentEvent> {

    private static final String LOT = "LOT";

    private final Tasks tasks;
    private final EventLog eventLog;
    private final Clock clock;

    TreatmentTasks(Tasks tasks, EventLog eventLog, Clock clock) {
        this.tasks = tasks;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        switch (event) {
            case AftercareReplied it ->
                keep(Task.answer(it.clinicId(), it.clientId(), it.aftercareReplyId(), clock.instant()));
            case AftercareAnswered it -> close(about(it.clientId(), it.aftercareReplyId()), "ANSWERED");
            case ReadinessBlocked it
            when isNew(it) ->
                keep(Task.open(Task.Kind.NO_MATERIAL, it.clinicId(), it.appointmentId(), "NO_LOT", clock.instant()));
            case ReadinessUnblocked it
            when it.stepCode().equals(LOT) -> close(lacking(it.appointmentId()), "MATERIAL_THERE");
            case OfReadiness _,
                    OfLot _,
                    OfStock _,
                    OfSession _ -> {} // what they change for a visit comes as its readiness
            case OfConsultation _, OfPatchTest _, OfQuestionnaire _, OfIdentityCheck _, OfConsent _, OfPlan _ -> {}
            case OfTouchUp _, OfSelfCheck _, OfPhoto _, OfHealingAssessment _, OfChartEntry _, ChartHeadsSealed _ -> {}
            case OfRecall _, OfRecallNotice _, OfAdverseEventReport _, OfSharingPass _, EmergencyAccessOpened _ -> {}
            case TreatmentEvent.ClientDataErased _ -> {}
        }
    }

    private boolean isNew(ReadinessBlocked it) {
        return it.stepCode().equals(LOT) && lacking(it.appointmentId()).isEmpty();
    }

    private List<Task> about(ClientId client, AftercareReplyId question) {
        return tasks.openFor(client, Task.Kind.CLIENT_QUESTION).stream()
                .filter(it -> question.equals(it.aftercareReplyId()))
                .toList();
    }

    private List<Task> lacking(AppointmentId appointment) {
        return tasks.openFor(appointment).stream()
                .filter(it -> it.kind() == Task.Kind.NO_MATERIAL)
                .toList();
    }

    private void keep(Change<Task> opened) {
        var _ = eventLog.record(Task.class, () -> opened);
    }

    private void close(List<Task> open, String because) {
        open.forEach(it -> {
            var _ = eventLog.record(Task.class, () -> tasks.require(it.id()).done(because, clock.instant()));
        });
    }
}
