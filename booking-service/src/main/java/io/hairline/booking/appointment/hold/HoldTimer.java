package io.hairline.booking.appointment.hold;

import io.hairline.booking.appointment.Appointment;
import io.hairline.kit.events.Change;
import io.hairline.kit.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sees to it that a hold gives its slot back by itself. */
@Component
public class HoldTimer {

    private final DueWork dueWork;

    HoldTimer(DueWork dueWork) {
        this.dueWork = dueWork;
    }

    /** In the transaction that makes the hold: the same hold, released when its time is over. */
    public Change<Appointment> expiring(Change<Appointment> held) {
        Appointment it = held.next();
        Instant expiresAt = it.holdExpiresAt();
        if (expiresAt != null) {
            dueWork.at(expiresAt, HoldExpiry.KIND, it.id().value());
        }
        return held;
    }
}
