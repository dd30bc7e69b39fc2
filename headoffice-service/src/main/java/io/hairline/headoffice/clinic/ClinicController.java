package io.hairline.headoffice.clinic;

import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.hours.DayHours;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clinics of the brand: opened, described, given to others, closed for good. */
@RestController
@RequestMapping("/api/v1/clinics")
class ClinicController {

    private static final String HOURS = "openingHours";
    private static final String PHONE = "\\+[1-9]\\d{6,14}";
    private static final String PHONE_RULE = "must be in international form without spaces, such as +4930123456";

    private final Clinics clinics;
    private final ClinicManagement management;
    private final Callers callers;

    ClinicController(Clinics clinics, ClinicManagement management, Callers callers) {
        this.clinics = clinics;
        this.management = management;
        this.callers = callers;
    }

    record NewClinic(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{2,12}", message = "must be 2 to 12 capital letters, digits or dashes") String code,

            @NotBlank @Size(max = 80) String name,
            @NotNull RegionId regionId,
            @NotNull OwnerId ownerId,

            @NotNull @Pattern(regexp = Jurisdictions.FORM, message = Jurisdictions.RULE) String jurisdiction,

            @NotBlank String zone,
            @NotNull Currency currency,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @NotNull @Size(max = 50) List<@NotNull @Valid DayHours> openingHours,
            @Nullable @Size(max = 200) String address,

            @Nullable @Pattern(regexp = PHONE, message = PHONE_RULE) String phone) {

        ClinicManagement.Opening opening() {
            if (!Currencies.isPaidWith(currency.getCurrencyCode())) {
                throw Refusal.input(
                        "currency",
                        "must be one that a country is paid in today, such as EUR; not a metal, fund or old one");
            }
            ClinicLocation place =
                    new ClinicLocation(jurisdiction, zone, currency.getCurrencyCode(), latitude, longitude);
            ClinicDetails details = new ClinicDetails(name, address, phone, latitude, longitude);
            return new ClinicManagement.Opening(
                    code, details, regionId, ownerId, place, DayHours.week(HOURS, openingHours));
        }
    }

    /** The whole of what can be corrected: what is left out is empty afterwards. */
    record NewDetails(
            @NotBlank @Size(max = 80) String name,
            @Nullable @Size(max = 200) String address,

            @Nullable @Pattern(regexp = PHONE, message = PHONE_RULE) String phone,

            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude) {
        ClinicDetails details() {
            return new ClinicDetails(name, address, phone, latitude, longitude);
        }
    }

    /**
     * To whom the clinic goes.
     *
     * @param from its first local day there; today if absent
     */
    record NewPlace(
            @NotNull RegionId regionId,
            @NotNull OwnerId ownerId,
            @Nullable LocalDate from) {}

    /** Why a clinic closes for good. */
    enum EndReason {
        CONTRACT_ENDED,
        SOLD,
        RELOCATED,
        INSOLVENCY,
        OTHER
    }

    record End(@NotNull LocalDate from, @NotNull EndReason reasonCode) {}

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
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> open(@Valid @RequestBody NewClinic it) {
        callers.current().require(HEAD_OFFICE);
        ClinicId id = new ClinicId(Ids.next(ClinicId.PREFIX));
        return Versioned.created(management.open(id, it.opening()), ClinicView::of);
    }

    @PutMapping("/{id}")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> describe(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewDetails it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.describe(id, ifMatch, it.details()), ClinicView::of);
    }

    @PostMapping("/{id}/reassign")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> reassign(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewPlace it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(
                management.reassign(id, ifMatch, it.regionId(), it.ownerId(), checked(it.from())), ClinicView::of);
    }

    private static @Nullable LocalDate checked(@Nullable LocalDate from) {
        return from == null ? null : PlanningDays.checked("from", from);
    }

    /** For good, from a local day on; what is booked for later days is listed as conflicts of the clinic. */
    @PostMapping("/{id}/close")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> close(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody End it) {
        callers.current().require(HEAD_OFFICE);
        LocalDate from = PlanningDays.checked("from", it.from());
        return Versioned.ok(management.close(id, ifMatch, from, it.reasonCode().name()), ClinicView::of);
    }

    @PostMapping("/{id}/reopen")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<ClinicView> reopen(
            @PathVariable ClinicId id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.reopen(id, ifMatch), ClinicView::of);
    }
}
