package io.hairline.headoffice.policy;

import io.hairline.contracts.PolicyId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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

@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {

    private final Policies policies;
    private final PolicyPublishing publishing;
    private final Callers callers;

    PolicyController(Policies policies, PolicyPublishing publishing, Callers callers) {
        this.policies = policies;
        this.publishing = publishing;
        this.callers = callers;
    }

    record Tier(
            @Min(0) @Max(8760) int noticeHours,
            @Min(0) @Max(100) int refundPercent) {}

    record Deposit(
            @Min(0) @Max(100) int percent,

            @NotNull @PositiveOrZero @Digits(integer = 7, fraction = 3) BigDecimal minimum,

            @NotNull @PositiveOrZero @Digits(integer = 7, fraction = 3) BigDecimal noShowFee) {}

    record Healing(
            @Min(0) @Max(90) int floorDays,
            @Min(0) @Max(90) int minDays,
            @Min(1) @Max(180) int idealUntilDays,
            @Min(1) @Max(365) int warnAfterDays) {}

    record Wanted(
            @Min(0) @Max(10_080) int leadTimeMinutes,
            @Min(1) @Max(730) int horizonDays,
            @Min(1) @Max(60) int holdMinutes,
            @Min(1) @Max(20) int openHolds,
            @Min(0) @Max(120) int graceMinutes,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Tier> cancellation,
            @Valid @Nullable Deposit deposit,
            @Valid @Nullable Healing healing) {

        BookingPolicy booking() {
            return new BookingPolicy(
                    leadTimeMinutes,
                    horizonDays,
                    holdMinutes,
                    openHolds,
                    graceMinutes,
                    cancellation.stream()
                            .map(it -> new CancellationTier(it.noticeHours(), it.refundPercent()))
                            .toList(),
                    deposit == null
                            ? DepositRule.DEFAULT
                            : new DepositRule(deposit.percent(), deposit.minimum(), deposit.noShowFee()),
                    healing == null
                            ? HealingRule.DEFAULT
                            : new HealingRule(
                                    healing.floorDays(),
                                    healing.minDays(),
                                    healing.idealUntilDays(),
                                    healing.warnAfterDays()));
        }
    }

    record View(PolicyId id, long version, BookingPolicy booking) {
        static View of(Policy it) {
            return new View(it.id(), it.version(), it.booking());
        }
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(@RequestParam(defaultValue = "50") int limit) {
        callers.current().require(Role.values());
        Page.limit(limit);
        return Page.whole(policies.findAll()).map(View::of);
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "The first of its scope.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "A change of it.", useReturnTypeSchema = true)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> publish(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted it) {
        callers.current().require(Role.HEAD_OFFICE);
        PolicyId idIfFirst = new PolicyId(Ids.next(PolicyId.PREFIX));
        Policy policy = publishing.publish(idIfFirst, ifMatch, it.booking());
        return policy.version() == 1 ? Versioned.created(policy, View::of) : Versioned.ok(policy, View::of);
    }
}
