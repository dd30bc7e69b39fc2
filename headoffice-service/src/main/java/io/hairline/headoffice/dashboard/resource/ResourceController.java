package io.hairline.headoffice.dashboard.resource;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.PRACTITIONER;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dashboard/resources")
class ResourceController {

    private final ResourceReader figures;
    private final Callers callers;

    ResourceController(ResourceReader figures, Callers callers) {
        this.figures = figures;
        this.callers = callers;
    }

    /** The figures of a clinic's practitioners and chairs; a practitioner gets their own alone. */
    @GetMapping
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResourceFigures read(
            @RequestParam ClinicId clinicId,
            @RequestParam @Nullable PractitionerId practitionerId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to) {
        Caller caller = callers.current();
        caller.requireIn(clinicId, PRACTITIONER, CLINIC_MANAGER, REGION_MANAGER, HEAD_OFFICE);
        if (caller.mayIn(clinicId, CLINIC_MANAGER, REGION_MANAGER, HEAD_OFFICE)) {
            return figures.read(clinicId, from, to, practitionerId);
        }
        PractitionerId own = own(caller, clinicId);
        if (practitionerId != null && !practitionerId.equals(own)) {
            throw Refusal.notFound();
        }
        return figures.read(clinicId, from, to, own);
    }

    private static PractitionerId own(Caller caller, ClinicId clinicId) {
        return caller.assignments().stream()
                .filter(it -> it.role() == PRACTITIONER && clinicId.equals(it.clinicId()))
                .map(Assignment::practitionerId)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
