package io.hairline.booking.appointment.hold;

import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.contracts.AppointmentId;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import org.springframework.stereotype.Component;

/** Gives a held slot back when its time is over. */
@Component
class HoldExpiry implements DueWorkHandler {

    static final String KIND = "hold-expiry";

    private final AppointmentScheduling scheduling;

    HoldExpiry(AppointmentScheduling scheduling) {
        this.scheduling = scheduling;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        scheduling.release(new AppointmentId(item.subject()), "LAPSED");
    }
}
