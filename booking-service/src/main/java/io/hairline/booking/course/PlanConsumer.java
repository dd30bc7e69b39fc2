package io.hairline.booking.course;

import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.kit.inlet.EventConsumer;
import io.hairline.kit.inlet.Received;
import org.springframework.stereotype.Component;

@Component
class PlanConsumer implements EventConsumer<TreatmentEvent> {

    private final Courses courses;

    PlanConsumer(Courses courses) {
        this.courses = courses;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, Received received) {
        if (event instanceof PlanAccepted it) {
            courses.keep(AcceptedPlan.of(it));
        }
    }
}
