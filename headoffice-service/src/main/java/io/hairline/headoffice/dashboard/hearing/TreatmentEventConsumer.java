package io.hairline.headoffice.dashboard.hearing;

import io.hairline.contracts.Money;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import io.hairline.headoffice.dashboard.story.Fact.Consulted;
import io.hairline.headoffice.dashboard.story.Fact.CourseDone;
import io.hairline.headoffice.dashboard.story.Fact.Planned;
import io.hairline.headoffice.dashboard.story.Fact.Stage;
import io.hairline.headoffice.dashboard.story.Fact.TouchUp;
import io.hairline.headoffice.dashboard.story.Fact.Treated;
import io.hairline.headoffice.dashboard.story.MinorUnits;
import io.hairline.kit.inlet.EventConsumer;
import io.hairline.kit.inlet.Received;
import org.springframework.stereotype.Component;

/** What consultations, plans, sessions and touch-ups mean to the dashboard. */
@Component
class TreatmentEventConsumer implements EventConsumer<TreatmentEvent> {

    private final Telling telling;
    private final LocalDays days;

    TreatmentEventConsumer(Telling telling, LocalDays days) {
        this.telling = telling;
        this.days = days;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, Received by) {
        switch (event) {
            case ConsultationRecorded it ->
                telling.tell(
                        it.clientId(),
                        new Consulted(
                                by.subject(),
                                by.version(),
                                by.time(),
                                it.clinicId(),
                                days.in(it.clinicId(), by.time()),
                                it.appointmentId()));
            case PlanProposed it ->
                telling.tell(
                        it.clientId(),
                        new Planned(by.subject(), by.version(), by.time(), it.consultationAppointmentId()));
            case SessionCompleted it -> telling.tell(it.clientId(), treated(it, by));
            case CourseCompleted it ->
                telling.tell(
                        it.clientId(), new CourseDone(by.subject(), by.version(), it.completedAt(), it.courseId()));
            case TouchUpDue it ->
                telling.tell(
                        it.clientId(),
                        new TouchUp(by.subject(), by.version(), by.time(), it.clinicId(), Stage.DUE, it.due()));
            case TouchUpBooked it -> telling.tell(it.clientId(), step(it, by, Stage.BOOKED));
            case TouchUpReopened it -> telling.tell(it.clientId(), step(it, by, Stage.REOPENED));
            case TouchUpClosed it -> telling.tell(it.clientId(), step(it, by, Stage.CLOSED));
            default -> {}
        }
    }

    private Treated treated(SessionCompleted it, Received by) {
        Money price = it.price();
        return new Treated(
                by.subject(),
                by.version(),
                it.completedAt(),
                it.clinicId(),
                days.in(it.clinicId(), it.completedAt()),
                it.courseId(),
                price == null ? null : price.currency(),
                price == null ? 0 : MinorUnits.of(price));
    }

    private static TouchUp step(TreatmentEvent.OfTouchUp it, Received by, Stage stage) {
        return new TouchUp(by.subject(), by.version(), by.time(), it.clinicId(), stage, null);
    }
}
