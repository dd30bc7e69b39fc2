package io.hairline.treatment.readiness;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.ReferenceData;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/readiness")
class ReadinessController {

    private static final Role[] MAY = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK};

    private final ReadinessCheck check;
    private final ReferenceData referenceData;
    private final Callers callers;

    ReadinessController(ReadinessCheck check, ReferenceData referenceData, Callers callers) {
        this.check = check;
        this.referenceData = referenceData;
        this.callers = callers;
    }

    @GetMapping("/{appointmentId}")
    Readiness get(@PathVariable AppointmentId appointmentId) {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            caller.require(MAY);
        }
        Appointment appointment = referenceData.findAppointment(appointmentId).orElseThrow(Refusal::notFound);
        boolean hers = caller.isClient()
                && caller.clientId() != null
                && caller.clientId().equals(appointment.clientId());
        if (!hers && !caller.mayIn(appointment.clinicId(), MAY)) {
            throw Refusal.notFound();
        }
        return check.of(appointment);
    }
}
