package io.hairline.booking.appointment.visit;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentFollowUp;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.kit.events.Change;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks for a look at each confirmed appointment when its grace period is over. */
@Component
class NoShowTimer implements AppointmentFollowUp {

    private final DueWork dueWork;
    private final Clock clock;

    NoShowTimer(DueWork dueWork, Clock clock) {
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public List<Change<?>> after(Change<Appointment> change) {
        Appointment it = change.next();
        if (change.event() instanceof AppointmentBooked || change.event() instanceof AppointmentRescheduled) {
            lookAt(it, it.graceEndsAt());
        } else if (change.event() instanceof CheckInUndone) {
            Instant graceFromNow =
                    clock.instant().plus(Duration.ofMinutes(it.policy().graceMinutes()));
            lookAt(it, graceFromNow.isAfter(it.graceEndsAt()) ? graceFromNow : it.graceEndsAt());
        }
        return List.of();
    }

    private void lookAt(Appointment it, Instant at) {
        if (!it.wasWrittenDownLater()) {
            dueWork.at(at, NoShowDetection.KIND, it.id().value());
        }
    }
}
