package io.hairline.treatment.sharing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chartaccess.ActingCallers;
import io.hairline.treatment.chartaccess.ChartAccess;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/charts")
class EmergencyAccessController {

    private static final Role[] TREAT = {Role.PRACTITIONER, Role.CLINIC_MANAGER};

    private final EmergencyAccesses accesses;
    private final ReferenceData referenceData;
    private final ActingCallers callers;
    private final ChartAccess access;

    EmergencyAccessController(
            EmergencyAccesses accesses, ReferenceData referenceData, ActingCallers callers, ChartAccess access) {
        this.accesses = accesses;
        this.referenceData = referenceData;
        this.callers = callers;
        this.access = access;
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
        return Versioned.created(accesses.open(known, clinicOf(caller), caller, code, emergency.reason()), View::of);
    }

    /**
     * A chart that was opened in an emergency.
     *
     * @param who id of the person for whom alone it was open
     * @param whoName what the person is called in the clinic; absent for those who don't treat, and in older ones
     * @param reasonCode absent in older ones
     * @param reason in the person's words; for the client and for the manager of that clinic alone
     */
    record Opened(
            EmergencyAccessId id,
            Instant at,
            Instant until,
            String who,
            @Nullable String whoName,
            ClinicId clinicId,
            @Nullable EmergencyReason reasonCode,
            @Nullable String reason) {}

    /**
     * Who opened a client's chart in an emergency, latest first: for the client, and for the manager of the home clinic. What was read
     * then is among the readings of {@code GET /access-log}.
     */
    @AllowedFor(staff = Role.CLINIC_MANAGER, clients = true)
    @GetMapping("/{clientId}/emergency-access")
    Page<Opened> list(
            @PathVariable ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        @Nullable EmergencyAccessId before = Page.position(cursor, EmergencyAccessId::new);
        Caller caller = access.toReadAccessLog(clientId);
        return Page.of(accesses.of(clientId, before, most + 1), most, EmergencyAccess::aggregateId)
                .map(it -> opened(it, caller));
    }

    private Opened opened(EmergencyAccess it, Caller caller) {
        boolean readsWords = caller.isClient() || caller.mayIn(it.clinicId(), Role.CLINIC_MANAGER);
        return new Opened(
                it.id(),
                it.openedAt(),
                it.until(),
                it.openedBy(),
                referenceData.nameOf(it.practitionerId()),
                it.clinicId(),
                it.reasonCode(),
                readsWords ? accesses.reasonOf(it) : null);
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
