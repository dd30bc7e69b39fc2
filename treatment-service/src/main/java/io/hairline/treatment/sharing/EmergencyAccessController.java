package io.hairline.treatment.sharing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chartaccess.ActingCallers;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/charts")
class EmergencyAccessController {

    private static final Role[] TREAT = {Role.PRACTITIONER, Role.CLINIC_MANAGER};

    private final EmergencyAccesses accesses;
    private final ReferenceData referenceData;
    private final ActingCallers callers;

    EmergencyAccessController(EmergencyAccesses accesses, ReferenceData referenceData, ActingCallers callers) {
        this.accesses = accesses;
        this.referenceData = referenceData;
        this.callers = callers;
    }

    /**
     * Why the chart is opened.
     *
     * @param reasonCode what the region and head office read; {@code OTHER} if left out
     * @param reason in words, sealed
     */
    record Emergency(
            @Nullable EmergencyReason reasonCode,

            @NotBlank @Size(min = 10, max = 500, message = "must be a sentence of 10 to 500 characters") String reason) {}

    record View(EmergencyAccessId id, long version, ClientId clientId, ClinicId clinicId, Instant until) {
        static View of(EmergencyAccess it) {
            return new View(it.id(), it.version(), it.clientId(), it.clinicId(), it.until());
        }
    }

    /** Opens any client's chart to the caller for four hours; the client and the region are told at once. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/{clientId}/emergency-access")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> open(@PathVariable ClientId clientId, @Valid @RequestBody Emergency emergency) {
        Caller caller = callers.current();
        caller.require(TREAT);
        ClientId known = referenceData
                .findClient(clientId)
                .orElseThrow(Refusal::notFound)
                .id();
        EmergencyReason code = Objects.requireNonNullElse(emergency.reasonCode(), EmergencyReason.OTHER);
        return Versioned.created(
                accesses.open(known, clinicOf(caller), caller.subject(), code, emergency.reason()), View::of);
    }

    private static ClinicId clinicOf(Caller caller) {
        return caller.assignments().stream()
                .filter(it -> Arrays.asList(TREAT).contains(it.role()))
                .map(Assignment::clinicId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow(Refusal::forbidden);
    }
}
