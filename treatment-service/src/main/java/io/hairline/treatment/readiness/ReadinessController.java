package io.hairline.treatment.readiness;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/readiness")
class ReadinessController {

    private static final Role[] MAY = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK};
    private static final Role[] OVERRIDE = {Role.PRACTITIONER, Role.CLINIC_MANAGER};
    private static final Set<StepCode> MANAGERS_ONLY = Set.of(StepCode.HEALING_GAP, StepCode.TRAINING);

    private final ReadinessCheck check;
    private final ReferenceData referenceData;
    private final MergedIds mergedClients;
    private final Callers callers;

    ReadinessController(ReadinessCheck check, ReferenceData referenceData, Callers callers, MergedIds mergedClients) {
        this.check = check;
        this.referenceData = referenceData;
        this.mergedClients = mergedClients;
        this.callers = callers;
    }

    record NewOverride(
            @NotNull StepCode stepCode,

            @NotBlank @Size(min = 5, max = 500, message = "must say why, in 5 to 500 characters") String reason) {}

    /**
     * The light for the day of the appointment.
     *
     * @param toStart for a session that starts now instead, whatever day was planned
     */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK},
            clients = true)
    @GetMapping("/{appointmentId}")
    Readiness get(@PathVariable AppointmentId appointmentId, @RequestParam(defaultValue = "false") boolean toStart) {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            caller.require(MAY);
        }
        Appointment appointment = referenceData.findAppointment(appointmentId).orElseThrow(Refusal::notFound);
        if (caller.isClient()) {
            if (!mergedClients.same(appointment.clientId(), caller.clientId())) {
                throw Refusal.notFound();
            }
            return check.of(appointment).withoutReasons();
        }
        if (!caller.mayIn(appointment.clinicId(), MAY)) {
            throw Refusal.notFound();
        }
        return toStart ? check.toStartNow(appointment) : check.of(appointment);
    }

    /** Answers for one red step: the light turns amber, for this day alone. The healing gap and training are the manager's to override. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{appointmentId}/override")
    Readiness override(@PathVariable AppointmentId appointmentId, @Valid @RequestBody NewOverride wanted) {
        Caller caller = callers.current();
        Role[] may = MANAGERS_ONLY.contains(wanted.stepCode()) ? new Role[] {Role.CLINIC_MANAGER} : OVERRIDE;
        caller.require(may);
        Appointment appointment = referenceData
                .findAppointment(appointmentId)
                .filter(it -> caller.mayIn(it.clinicId(), may))
                .orElseThrow(Refusal::notFound);
        Role role = caller.mayIn(appointment.clinicId(), Role.CLINIC_MANAGER) ? Role.CLINIC_MANAGER : Role.PRACTITIONER;
        return check.override(
                appointment,
                wanted.stepCode(),
                new AppointmentReadiness.Answering(
                        caller.subject(), role, caller.practitionerIn(appointment.clinicId())),
                wanted.reason());
    }
}
