package io.hairline.headoffice.clinic;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Ids;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clinics")
class ClinicController {

    private final Clinics clinics;
    private final ClinicManagement runningClinics;
    private final Callers callers;

    ClinicController(Clinics clinics, ClinicManagement runningClinics, Callers callers) {
        this.clinics = clinics;
        this.runningClinics = runningClinics;
        this.callers = callers;
    }

    record NewClinic(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{2,12}", message = "must be 2 to 12 capital letters, digits or dashes") String code,

            @NotBlank @Size(max = 80) String name,
            @NotNull RegionId regionId,
            @NotNull OwnerId ownerId,

            @NotNull @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?", message = "must be a country or its part, such as US-NY")
            String jurisdiction,

            @NotBlank String zone,
            @NotNull Currency currency,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @NotNull @Size(max = 50) List<@NotNull Hours> openingHours) {

        ClinicManagement.Opening opening() {
            ClinicLocation place =
                    new ClinicLocation(jurisdiction, zone, currency.getCurrencyCode(), latitude, longitude);
            return new ClinicManagement.Opening(code, name, regionId, ownerId, place, new WeeklyHours(openingHours));
        }
    }

    record NewHours(@NotNull @Size(max = 50) List<@NotNull Hours> openingHours) {}

    record NewClosedDay(
            @NotNull LocalDate date,

            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}", message = "must be a code such as HOLIDAY") String reasonCode) {}

    record NewChair(@NotBlank @Size(max = 40) String name) {}

    @GetMapping
    Page<ClinicView> list(
            @RequestParam @Nullable RegionId regionId,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        Limit oneMore = Limit.of(Page.limit(limit) + 1);
        List<Clinic> found = regionId == null
                ? clinics.findByCodeGreaterThanOrderByCode(after, oneMore)
                : clinics.findByRegionIdAndCodeGreaterThanOrderByCode(regionId, after, oneMore);
        return Page.of(found, limit, Clinic::code).map(ClinicView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ClinicView> show(@PathVariable ClinicId id) {
        return Versioned.ok(clinics.require(id), ClinicView::of);
    }

    @PostMapping
    ResponseEntity<ClinicView> open(@Valid @RequestBody NewClinic it) {
        callers.current().require(HEAD_OFFICE);
        ClinicId id = new ClinicId(Ids.next(ClinicId.PREFIX));
        return Versioned.created(runningClinics.open(id, it.opening()), ClinicView::of);
    }

    @PostMapping("/{id}/hours")
    ResponseEntity<ClinicView> changeHours(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewHours it) {
        callers.current().requireIn(id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(
                runningClinics.changeHours(id, ifMatch, new WeeklyHours(it.openingHours())), ClinicView::of);
    }

    @PostMapping("/{id}/closed-days")
    ResponseEntity<ClinicView> closeOn(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewClosedDay it) {
        callers.current().requireIn(id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(runningClinics.closeOn(id, ifMatch, it.date(), it.reasonCode()), ClinicView::of);
    }

    @PostMapping("/{id}/chairs")
    ResponseEntity<ClinicView> install(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewChair it) {
        callers.current().require(HEAD_OFFICE);
        ChairId chair = new ChairId(Ids.next(ChairId.PREFIX));
        return Versioned.created(runningClinics.install(id, ifMatch, chair, it.name()), ClinicView::of);
    }

    @PostMapping("/{id}/chairs/{chairId}/remove")
    ResponseEntity<ClinicView> remove(
            @PathVariable ClinicId id,
            @PathVariable ChairId chairId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(runningClinics.remove(id, ifMatch, chairId), ClinicView::of);
    }
}
