package io.hairline.booking.course;

import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

@Component
class PlanEventConsumer implements EventConsumer<TreatmentEvent> {

    private final Courses courses;

    PlanEventConsumer(Courses courses) {
        this.courses = courses;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        if (event instanceof PlanAccepted it) {
            courses.keep(AcceptedPlan.of(it));
        }
    }
}
