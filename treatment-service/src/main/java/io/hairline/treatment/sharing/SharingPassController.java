package io.hairline.treatment.sharing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SharingPassId;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The client's own: no clinic can give itself a pass. */
@RestController
@RequestMapping("/api/v1/sharing-passes")
class SharingPassController {

    private final SharingPasses passes;
    private final ReferenceData referenceData;
    private final Callers callers;

    SharingPassController(SharingPasses passes, ReferenceData referenceData, Callers callers) {
        this.passes = passes;
        this.referenceData = referenceData;
        this.callers = callers;
    }

    /** The pass holds until the end of the day {@code until} in that clinic. */
    record NewSharingPass(
            @NotNull ClientId clientId,
            @NotNull ClinicId clinicId,
            @NotNull SharingPurpose purpose,
            @NotNull LocalDate until) {}

    record View(
            SharingPassId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            SharingPurpose purpose,
            LocalDate until,
            Instant givenAt,
            @Nullable Instant revokedAt) {

        static View of(SharingPass it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clientId(),
                    it.clinicId(),
                    it.purpose(),
                    it.until(),
                    it.givenAt(),
                    it.revokedAt());
        }
    }

    @AllowedFor(clients = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> give(@Valid @RequestBody NewSharingPass wanted) {
        requireSelf(wanted.clientId());
        Clinic clinic = referenceData
                .findClinic(wanted.clinicId())
                .orElseThrow(() ->
                        Refusal.input("clinicId", "is not a clinic of the brand; GET /api/v1/clinics lists them"));
        return Versioned.created(passes.give(wanted.clientId(), clinic, wanted.purpose(), wanted.until()), View::of);
    }

    @AllowedFor(clients = true)
    @PostMapping("/{id}/revoke")
    ResponseEntity<View> revoke(
            @PathVariable SharingPassId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireClient();
        requireSelf(passes.require(id).clientId());
        return Versioned.ok(passes.revoke(id, it -> Preconditions.check(ifMatch, it)), View::of);
    }

    @AllowedFor(clients = true)
    @GetMapping
    Page<View> list(
            @RequestParam ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        SharingPassId before = Page.position(cursor, SharingPassId::new);
        requireSelf(clientId);
        return Page.of(passes.of(clientId, before, most + 1), most, SharingPass::aggregateId)
                .map(View::of);
    }

    private Caller requireClient() {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            throw Refusal.forbidden();
        }
        return caller;
    }

    private void requireSelf(ClientId client) {
        if (!client.equals(requireClient().clientId())) {
            throw Refusal.notFound();
        }
    }
}
