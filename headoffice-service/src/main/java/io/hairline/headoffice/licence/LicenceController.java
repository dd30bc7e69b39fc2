package io.hairline.headoffice.licence;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.PRACTITIONER;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.GuestLimit;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.Jurisdictions;
import io.hairline.kit.Ids;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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

@RestController
@RequestMapping("/api/v1/licences")
class LicenceController {

    private final Licences licences;
    private final LicenceManagement licensing;
    private final VisiblePractitioners visible;
    private final Callers callers;

    LicenceController(Licences licences, LicenceManagement licensing, VisiblePractitioners visible, Callers callers) {
        this.licences = licences;
        this.licensing = licensing;
        this.visible = visible;
        this.callers = callers;
    }

    /** @param guest true for a guest's, which allows as many days as the jurisdiction lets guests work */
    record NewLicence(
            @NotNull PractitionerId practitionerId,

            @NotNull @Pattern(regexp = Jurisdictions.FORM, message = Jurisdictions.RULE) String jurisdiction,

            @NotNull LocalDate validFrom,
            @NotNull LocalDate validUntil,
            @Nullable Boolean guest) {}

    /** Why a licence holds no more. */
    enum RevocationReason {
        WITHDRAWN_BY_AUTHORITY,
        GIVEN_UP,
        ENTERED_WRONGLY,
        OTHER
    }

    record Revocation(@NotNull RevocationReason reasonCode) {}

    /**
     * A licence.
     *
     * @param warnFrom the first local day on which its end is warned of
     * @param guest how many days it allows; absent if it is a full one
     */
    record View(
            LicenceId id,
            long version,
            PractitionerId practitionerId,
            String jurisdiction,
            LocalDate validFrom,
            LocalDate validUntil,
            LocalDate warnFrom,
            @Nullable GuestLimit guest,
            @Nullable String revokedFor) {
        static View of(Licence it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.practitionerId(),
                    it.jurisdiction(),
                    it.validFrom(),
                    it.validUntil(),
                    it.warnFrom(),
                    it.guest(),
                    it.revokedFor());
        }
    }

    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam @Nullable PractitionerId practitionerId,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER, PRACTITIONER);
        return visible.page(licences, caller, practitionerId, cursor, limit, Licence::aggregateId)
                .map(View::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> grant(@Valid @RequestBody NewLicence it) {
        callers.current().require(HEAD_OFFICE);
        LicenceId id = new LicenceId(Ids.next(LicenceId.PREFIX));
        Licence granted = licensing.grant(
                id,
                it.practitionerId(),
                Jurisdictions.checked(it.jurisdiction()),
                PlanningDays.checked("validFrom", it.validFrom()),
                PlanningDays.checked("validUntil", it.validUntil()),
                Boolean.TRUE.equals(it.guest()));
        return Versioned.created(granted, View::of);
    }

    @PostMapping("/{id}/revoke")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> revoke(
            @PathVariable LicenceId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Revocation it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(licensing.revoke(id, ifMatch, it.reasonCode().name()), View::of);
    }
}
