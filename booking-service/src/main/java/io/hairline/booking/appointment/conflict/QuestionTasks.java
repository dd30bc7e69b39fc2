package io.hairline.booking.appointment.conflict;

import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareReplied;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens a task when a client asks something after a treatment, and closes it when the clinic has answered. */
@Component
class QuestionTasks implements EventConsumer<TreatmentEvent> {

    private final Tasks tasks;
    private final EventLog eventLog;
    private final Clock clock;

    QuestionTasks(Tasks tasks, EventLog eventLog, Clock clock) {
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
        if (event instanceof AftercareReplied it) {
            var _ = eventLog.record(
                    Task.class,
                    () -> Task.answer(it.clinicId(), it.clientId(), it.aftercareReplyId(), clock.instant()));
        } else if (event instanceof AftercareAnswered it) {
            tasks.openFor(it.clientId(), Task.Kind.CLIENT_QUESTION).stream()
                    .filter(open -> it.aftercareReplyId().equals(open.aftercareReplyId()))
                    .forEach(open -> {
                        var _ = eventLog.record(
                                Task.class, () -> tasks.require(open.id()).done("ANSWERED", clock.instant()));
                    });
        }
    }
}
