package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.policy.PolicyLayers.Member;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The layers of the policy: what each one does otherwise, and what follows in a clinic. */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyLayerController {

    private final Policies policies;
    private final PolicyPublishing publishing;
    private final ClinicDirectory clinics;
    private final Callers callers;
    private final Clock clock;

    PolicyLayerController(
            Policies policies, PolicyPublishing publishing, ClinicDirectory clinics, Callers callers, Clock clock) {
        this.policies = policies;
        this.publishing = publishing;
        this.clinics = clinics;
        this.callers = callers;
        this.clock = clock;
    }

    /** Without region and clinic it is the brand's layer, in which fields that are left out stay as they are. */
    record Layer(
            @Nullable RegionId regionId,
            @Nullable ClinicId clinicId,
            @Nullable LocalDate from,
            @NotNull @Valid PolicyBody.Values values,
            @Size(max = 20) @Nullable List<@NotNull @Size(max = 60) String> locked) {

        PolicyPublishing.Wanted wanted() {
            return new PolicyPublishing.Wanted(new PolicyScope(regionId, clinicId), from, values.values(), locked);
        }
    }

    /** The policy of a clinic on a day, and which layer each field comes from. */
    record Effective(ClinicId clinicId, LocalDate on, BookingPolicy booking, List<PolicyLayers.Source> sources) {}

    /** What a publication would change. */
    record Preview(List<PolicyLayers.FieldChange> changes) {}

    @PostMapping("/layers")
    @ApiResponse(responseCode = "201", description = "The first of its scope.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "A change of it.", useReturnTypeSchema = true)
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<PolicyView> publish(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Layer it) {
        PolicyPublishing.Wanted wanted = mayWrite(it);
        Policy policy = publishing.publish(new PolicyId(Ids.next(PolicyId.PREFIX)), ifMatch, wanted);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return policy.version() == 1
                ? Versioned.created(policy, made -> PolicyView.of(made, today))
                : Versioned.ok(policy, made -> PolicyView.of(made, today));
    }

    /** Stores nothing. */
    @PostMapping("/preview")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Preview preview(@Valid @RequestBody Layer it) {
        PolicyPublishing.Wanted wanted = mayWrite(it);
        return new Preview(publishing.preview(new PolicyId(Ids.next(PolicyId.PREFIX)), wanted));
    }

    private PolicyPublishing.Wanted mayWrite(Layer it) {
        Caller caller = callers.current();
        caller.require(Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER);
        PolicyPublishing.Wanted wanted = it.wanted();
        if (wanted.scope().level() == PolicyScope.Level.BRAND) {
            caller.require(Role.HEAD_OFFICE);
        } else if (!clinics.mayLead(caller, it.regionId(), it.clinicId())) {
            throw Refusal.notFound();
        }
        return wanted;
    }

    /** Today's if no day is given. */
    @GetMapping("/effective")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Effective effective(@RequestParam ClinicId clinicId, @RequestParam @Nullable LocalDate on) {
        callers.current().requireIn(clinicId, Role.values());
        Clinic clinic = clinics.find(clinicId).orElseThrow(Refusal::notFound);
        LocalDate day = on == null
                ? LocalDate.ofInstant(clock.instant(), clinic.place().zoneId())
                : PlanningDays.checked("on", on);
        Member member = PolicyPublishing.member(clinic);
        PolicyLayers layers = PolicyLayers.of(policies.findAll());
        return new Effective(clinicId, day, layers.effective(member, day), layers.sources(member, day));
    }

    /** Each field that a region or a clinic sets otherwise than the layers above it, today. */
    @GetMapping("/drift")
    @AllowedFor(staff = {Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<PolicyLayers.Drift> drift(@RequestParam @Nullable RegionId regionId) {
        Caller caller = callers.current();
        caller.require(Role.HEAD_OFFICE, Role.REGION_MANAGER);
        if (regionId == null) {
            caller.require(Role.HEAD_OFFICE);
        } else if (!clinics.mayLead(caller, regionId, null)) {
            throw Refusal.notFound();
        }
        List<Clinic> members = regionId == null ? clinics.all() : clinics.in(regionId, null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return Page.whole(PolicyLayers.of(policies.findAll())
                .drift(members.stream().map(PolicyPublishing::member).toList(), today));
    }
}
