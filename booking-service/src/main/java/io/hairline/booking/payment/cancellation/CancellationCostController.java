package io.hairline.booking.payment.cancellation;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.payment.cancellation.CancellationQuotes.CostView;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What cancelling would cost. */
@RestController
@RequestMapping("/api/v1/appointments")
class CancellationCostController {

    private final AppointmentScheduling scheduling;
    private final AppointmentAccess access;
    private final CancellationQuotes quotes;

    CancellationCostController(AppointmentScheduling scheduling, AppointmentAccess access, CancellationQuotes quotes) {
        this.scheduling = scheduling;
        this.access = access;
        this.quotes = quotes;
    }

    @GetMapping("/{id}/cancellation-cost")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    CostView cost(@PathVariable AppointmentId id) {
        Appointment it = scheduling.require(id);
        access.toSee(it);
        return quotes.of(it);
    }
}
