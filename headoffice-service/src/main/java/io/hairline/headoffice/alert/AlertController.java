package io.hairline.headoffice.alert;

import io.hairline.contracts.AlertRuleId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.dashboard.CurrentFigures;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1")
class AlertController {

    private final AlertRules rules;
    private final Alerting alerting;
    private final ClinicDirectory clinics;
    private final NetworkManagement network;
    private final Callers callers;

    AlertController(
            AlertRules rules, Alerting alerting, ClinicDirectory clinics, NetworkManagement network, Callers callers) {
        this.rules = rules;
        this.alerting = alerting;
        this.clinics = clinics;
        this.network = network;
        this.callers = callers;
    }

    /** Limits of a number; at least one of {@code above} and {@code below}. */
    record Wanted(
            @NotBlank String key,
            @Nullable RegionId regionId,

            @Nullable @Digits(integer = 10, fraction = 3) BigDecimal above,

            @Nullable @Digits(integer = 10, fraction = 3) BigDecimal below) {}

    /** @param unit of the number and its limits: {@code percent}, {@code count}, {@code minutes}, {@code days} or {@code per 1000} */
    record View(
            AlertRuleId id,
            long version,
            String key,
            String unit,
            @Nullable RegionId regionId,
            @Nullable BigDecimal above,
            @Nullable BigDecimal below) {
        static View of(AlertRule it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.key(),
                    CurrentFigures.unit(it.key()),
                    it.regionId(),
                    it.above(),
                    it.below());
        }
    }

    /**
     * A number of a region's running month that is beyond its limit.
     *
     * @param unit of the number and its limit, as the rule says it
     */
    record Open(
            AlertRuleId ruleId,
            String key,
            String unit,
            RegionId regionId,
            BigDecimal value,
            BigDecimal limit,
            Instant since) {}

    @GetMapping("/alert-rules")
    @AllowedFor(staff = {Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list() {
        callers.current().require(Role.HEAD_OFFICE, Role.REGION_MANAGER);
        return Page.whole(rules.findByActiveOrderByScope(true)).map(View::of);
    }

    @PostMapping("/alert-rules")
    @ApiResponse(responseCode = "201", description = "The first of this number there.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "A change of it.", useReturnTypeSchema = true)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> set(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted it) {
        callers.current().require(Role.HEAD_OFFICE);
        AlertRuleId idIfFirst = new AlertRuleId(Ids.next(AlertRuleId.PREFIX));
        AlertRule rule = alerting.set(idIfFirst, ifMatch, it.key(), it.regionId(), it.above(), it.below());
        return rule.version() == 1 ? Versioned.created(rule, View::of) : Versioned.ok(rule, View::of);
    }

    @DeleteMapping("/alert-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    void remove(
            @PathVariable AlertRuleId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(Role.HEAD_OFFICE);
        alerting.remove(id, ifMatch);
    }

    /** What is beyond its limit now, the latest first: of a region, or of all that the caller leads. */
    @GetMapping("/alerts")
    @AllowedFor(staff = {Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<Open> open(@RequestParam @Nullable RegionId regionId) {
        Caller caller = callers.current();
        caller.require(Role.HEAD_OFFICE, Role.REGION_MANAGER);
        if (regionId != null && (!network.knows(regionId) || !clinics.mayLead(caller, regionId, null))) {
            throw Refusal.notFound();
        }
        List<Open> open = rules.findByActiveOrderByScope(true).stream()
                .flatMap(rule -> rule.alerts().stream()
                        .map(it -> new Open(
                                rule.id(),
                                rule.key(),
                                CurrentFigures.unit(rule.key()),
                                it.regionId(),
                                it.value(),
                                it.limit(),
                                it.since())))
                .filter(it -> regionId == null || it.regionId().equals(regionId))
                .filter(it -> clinics.mayLead(caller, it.regionId(), null))
                .sorted(Comparator.comparing(Open::since)
                        .reversed()
                        .thenComparing(Open::key)
                        .thenComparing(it -> it.regionId().value()))
                .toList();
        return Page.whole(open);
    }
}
