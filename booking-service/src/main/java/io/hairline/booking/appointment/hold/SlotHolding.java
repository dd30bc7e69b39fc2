package io.hairline.booking.appointment.hold;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.contracts.AppointmentId;
import io.hairline.kit.security.Caller;
import org.springframework.stereotype.Service;

/** Holds slots for some minutes. Clinics' staff hold as many as they need; others a few at a time. */
@Service
public class SlotHolding {

    private final AppointmentScheduling scheduling;
    private final OpenHolds openHolds;
    private final HoldTimer timer;

    SlotHolding(AppointmentScheduling scheduling, OpenHolds openHolds, HoldTimer timer) {
        this.scheduling = scheduling;
        this.openHolds = openHolds;
        this.timer = timer;
    }

    /**
     * Holds a slot for a caller.
     *
     * @param address the caller's IP address as the portal saw it
     */
    public Appointment hold(SlotRequest request, Caller caller, String address) {
        return scheduling.hold(request, caller.subject(), held -> {
            if (!caller.isStaff()) {
                openHolds.admit(held.next(), address);
            }
            return timer.expiring(held);
        });
    }

    /** Gives a hold back at the caller's wish. */
    public Appointment giveBack(AppointmentId id) {
        return scheduling.giveBack(id);
    }
}
