package io.hairline.notification.schedule;

import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestPlaced;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestRead;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** What treatment tells, as far as it changes what she must hear. */
@Component
class TreatmentEventConsumer implements EventConsumer<TreatmentEvent> {

    private final MessageSchedule schedule;
    private final TouchUpTriggers touchUps;

    TreatmentEventConsumer(MessageSchedule schedule, TouchUpTriggers touchUps) {
        this.schedule = schedule;
        this.touchUps = touchUps;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        switch (event) {
            case SessionCompleted it ->
                schedule.follow(new AftercareTrigger(
                        it.sessionId(), it.clientId(), it.clinicId(), it.completedAt(), received.time()));
            case PatchTestPlaced it ->
                schedule.follow(
                        new PatchTestTrigger(it.patchTestId(), it.clientId(), it.clinicId(), received.time(), false));
            case PatchTestRead it ->
                schedule.follow(
                        new PatchTestTrigger(it.patchTestId(), it.clientId(), it.clinicId(), received.time(), true));
            case TouchUpDue it -> touchUps.due(it, received.time());
            case TouchUpBooked it -> touchUps.set(it.touchUpId(), false);
            case TouchUpClosed it -> touchUps.set(it.touchUpId(), false);
            case TouchUpReopened it -> touchUps.set(it.touchUpId(), true);
            default -> {}
        }
    }
}
