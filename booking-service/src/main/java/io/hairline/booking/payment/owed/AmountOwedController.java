package io.hairline.booking.payment.owed;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is still to be paid for an appointment. */
@RestController
@RequestMapping("/api/v1/appointments")
class AmountOwedController {

    private final AppointmentScheduling scheduling;
    private final AppointmentAccess access;
    private final AmountOwed amountOwed;

    AmountOwedController(AppointmentScheduling scheduling, AppointmentAccess access, AmountOwed amountOwed) {
        this.scheduling = scheduling;
        this.access = access;
        this.amountOwed = amountOwed;
    }

    /**
     * What is still to be paid.
     *
     * @param owed the tip not counted; where the price depends on the work, the most that it can be. Absent while nothing is
     *     taken for the appointment, and where it has no price
     */
    record Owed(@Nullable Money owed) {}

    @GetMapping("/{id}/owed")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Owed owed(@PathVariable AppointmentId id) {
        Appointment it = scheduling.require(id);
        access.toSee(it);
        return new Owed(amountOwed.of(it).orElse(null));
    }
}
