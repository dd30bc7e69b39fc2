package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.Ids;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {

    private final Policies policies;
    private final PolicyPublishing publishing;
    private final ClinicDirectory clinics;
    private final Callers callers;
    private final Clock clock;

    PolicyController(
            Policies policies, PolicyPublishing publishing, ClinicDirectory clinics, Callers callers, Clock clock) {
        this.policies = policies;
        this.publishing = publishing;
        this.clinics = clinics;
        this.callers = callers;
        this.clock = clock;
    }

    /** The brand's numbers for booking; the rules for treatment stay as they are. */
    record Wanted(
            @Min(0) @Max(10_080) int leadTimeMinutes,
            @Min(1) @Max(730) int horizonDays,
            @Min(1) @Max(60) int holdMinutes,
            @Min(1) @Max(20) int openHolds,
            @Min(0) @Max(120) int graceMinutes,

            @NotNull @Size(min = 1, max = 10) List<PolicyBody.@NotNull @Valid Tier> cancellation,

            @Valid PolicyBody.@Nullable Deposit deposit,
            @Valid PolicyBody.@Nullable Healing healing,
            @Nullable Boolean leadTimeInOpenHours) {

        BookingPolicy booking() {
            return new BookingPolicy(
                    leadTimeMinutes,
                    horizonDays,
                    holdMinutes,
                    openHolds,
                    graceMinutes,
                    PolicyBody.tiers(cancellation),
                    deposit == null ? DepositRule.DEFAULT : deposit.rule(),
                    healing == null ? HealingRule.DEFAULT : healing.rule(),
                    leadTimeInOpenHours,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** Head office sees every layer, the others the brand's and those that reach a clinic of theirs. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<PolicyView> list() {
        Caller caller = callers.current();
        caller.require(Role.values());
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Optional<Set<ClinicId>> reach = clinics.reach(caller, Role.values());
        Set<RegionId> regions = reach.orElse(Set.of()).stream()
                .flatMap(it -> clinics.find(it).map(Clinic::regionId).stream())
                .collect(Collectors.toSet());
        return Page.whole(policies.findAll().stream()
                        .filter(it -> reach.isEmpty() || reaches(it.where(), reach.get(), regions))
                        .sorted(Comparator.comparing((Policy it) -> it.where().level())
                                .thenComparing(Policy::scope))
                        .toList())
                .map(it -> PolicyView.of(it, today));
    }

    private static boolean reaches(PolicyScope scope, Set<ClinicId> own, Set<RegionId> regions) {
        return switch (scope.level()) {
            case BRAND -> true;
            case REGION -> scope.regionId() != null && regions.contains(scope.regionId());
            case CLINIC -> scope.clinicId() != null && own.contains(scope.clinicId());
        };
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "The first of its scope.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "A change of it.", useReturnTypeSchema = true)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<PolicyView> publish(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted it) {
        callers.current().require(Role.HEAD_OFFICE);
        PolicyId idIfFirst = new PolicyId(Ids.next(PolicyId.PREFIX));
        Policy policy = publishing.publish(idIfFirst, ifMatch, it.booking());
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return policy.version() == 1
                ? Versioned.created(policy, made -> PolicyView.of(made, today))
                : Versioned.ok(policy, made -> PolicyView.of(made, today));
    }
}
