package io.hairline.headoffice.clinic;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a clinic offers to numb the skin. */
@RestController
@RequestMapping("/api/v1/clinics/{id}/numbing")
class ClinicNumbingController {

    private final ClinicManagement management;
    private final Callers callers;

    ClinicNumbingController(ClinicManagement management, Callers callers) {
        this.management = management;
        this.callers = callers;
    }

    record Numbing(@NotNull Boolean offered) {}

    /** For plans that are proposed from now on; what a plan says already stays. */
    @PostMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<ClinicView> offer(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Numbing it) {
        callers.current().requireIn(id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(management.offerNumbing(id, ifMatch, it.offered()), ClinicView::of);
    }
}
