package io.hairline.headoffice.clinic;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.hours.DayHours;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a clinic's manager sets: the weekly hours, days on which the clinic is closed, and whether it numbs the skin. */
@RestController
@RequestMapping("/api/v1/clinics/{id}")
class ClinicSettingsController {

    private static final String HOURS = "openingHours";

    private final ClinicManagement management;
    private final Callers callers;

    ClinicSettingsController(ClinicManagement management, Callers callers) {
        this.management = management;
        this.callers = callers;
    }

    record NewHours(@NotNull @Size(max = 50) List<@NotNull @Valid DayHours> openingHours) {}

    /** Why a clinic is closed on a day. */
    enum ClosingReason {
        HOLIDAY,
        TRAINING,
        MAINTENANCE,
        STAFF_SHORTAGE,
        EMERGENCY,
        OTHER
    }

    record NewClosedDay(@NotNull LocalDate date, @NotNull ClosingReason reasonCode) {}

    @PostMapping("/hours")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<ClinicView> changeHours(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewHours it) {
        callers.current().requireIn(id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(
                management.changeHours(id, ifMatch, DayHours.week(HOURS, it.openingHours())), ClinicView::of);
    }

    @PostMapping("/closed-days")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<ClinicView> closeOn(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewClosedDay it) {
        callers.current().requireIn(id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(
                management.closeOn(
                        id,
                        ifMatch,
                        PlanningDays.checked("date", it.date()),
                        it.reasonCode().name()),
                ClinicView::of);
    }

    @PostMapping("/closed-days/{date}/reopen")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<ClinicView> reopenOn(
            @PathVariable ClinicId id,
            @PathVariable LocalDate date,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().requireIn(id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(management.reopenOn(id, ifMatch, date), ClinicView::of);
    }

    record Numbing(@NotNull Boolean offered) {}

    /** For plans that are proposed from now on; what a plan says already stays. */
    @PostMapping("/numbing")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<ClinicView> offerNumbing(
            @PathVariable ClinicId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Numbing it) {
        callers.current().requireIn(id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(management.offerNumbing(id, ifMatch, it.offered()), ClinicView::of);
    }
}
