package io.hairline.treatment.plan;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.consultation.Consultation;
import io.hairline.treatment.consultation.Consultations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/suggestion")
class CourseSuggestionController {

    private final Consultations consultations;
    private final ChartAccess access;

    CourseSuggestionController(Consultations consultations, ChartAccess access) {
        this.consultations = consultations;
        this.access = access;
    }

    /** How many sessions fit what a consultation found; the practitioner may propose another number. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @GetMapping
    CourseSuggestion suggestion(@RequestParam AppointmentId consultationAppointmentId) {
        access.toTreatIn(consultationAppointmentId);
        Consultation found = consultations
                .findFor(consultationAppointmentId)
                .orElseThrow(() -> Refusal.state(
                        "illegal-move", "Record the consultation first, then see how many sessions it asks for."));
        access.toReadEntry(found.clientId(), found.clinicId(), AccessedRecord.CONSULTATION);
        return CourseSuggestion.of(consultations.findingsOf(found));
    }
}
