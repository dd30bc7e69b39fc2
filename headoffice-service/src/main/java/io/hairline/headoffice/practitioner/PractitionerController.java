package io.hairline.headoffice.practitioner;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.hours.DayHours;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.practitioner.PractitionerManagement.Days;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

@RestController
@RequestMapping("/api/v1/practitioners")
class PractitionerController {

    private final Practitioners practitioners;
    private final PractitionerManagement planning;
    private final Callers callers;

    PractitionerController(Practitioners practitioners, PractitionerManagement planning, Callers callers) {
        this.practitioners = practitioners;
        this.planning = planning;
        this.callers = callers;
    }

    record NewPractitioner(
            @NotBlank @Size(max = 60) String displayName,
            @NotNull @Size(max = 100) List<@NotBlank String> serviceCodes) {}

    record NewSkills(@NotNull @Size(max = 100) List<@NotBlank String> serviceCodes) {}

    record NewRota(
            @NotNull ClinicId clinicId,
            @NotNull @Size(max = 50) List<@NotNull @Valid DayHours> shifts) {}

    record NewName(@NotBlank @Size(max = 60) String displayName) {}

    /** Why somebody is away; nothing about health, for it travels in events. */
    enum AbsenceReason {
        HOLIDAY,
        TRAINING,
        LEAVE,
        UNAVAILABLE,
        OTHER
    }

    /**
     * Days of absence.
     *
     * @param clinicId where; left out for every clinic that the caller plans for, head office's being all
     */
    record NewAbsence(
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotNull AbsenceReason reasonCode,
            @Nullable ClinicId clinicId) {
        Days days() {
            return new Days(
                    PlanningDays.checked("from", from),
                    PlanningDays.checked("until", until),
                    reasonCode.name(),
                    clinicId);
        }
    }

    /** The absence to be taken back, as it was noted. */
    record OldAbsence(
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Nullable ClinicId clinicId) {
        Days days() {
            return new Days(from, until, AbsenceReason.OTHER.name(), clinicId);
        }
    }

    /** What everybody may see. */
    record View(
            PractitionerId id, long version, String displayName, List<String> serviceCodes, List<ClinicId> clinicIds) {
        static View of(Practitioner it) {
            return new View(it.id(), it.version(), it.displayName(), it.skills(), it.clinics());
        }
    }

    record Shifts(ClinicId clinicId, String zone, List<DayHours> shifts) {}

    /** What those see who work in the practitioner's clinics. */
    record Plan(
            PractitionerId id,
            long version,
            String displayName,
            List<String> serviceCodes,
            List<ClinicId> clinicIds,
            List<Shifts> rota,
            List<Absence> absences) {
        static Plan of(Practitioner it) {
            List<Shifts> rota = it.rotas().stream()
                    .map(one -> new Shifts(one.clinicId(), one.zone(), DayHours.of(one.shifts())))
                    .toList();
            return new Plan(it.id(), it.version(), it.displayName(), it.skills(), it.clinics(), rota, it.absences());
        }
    }

    @GetMapping
    Page<View> list(
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        Limit oneMore = Limit.of(Page.limit(limit) + 1);
        List<Practitioner> found = clinicId == null
                ? practitioners.after(after, oneMore)
                : practitioners.workingIn(clinicId.value(), after, oneMore);
        return Page.of(found, limit, Practitioner::aggregateId).map(View::of);
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<Plan> show(@PathVariable PractitionerId id) {
        Caller caller = callers.current();
        caller.require(Role.values());
        return Versioned.ok(requireIn(caller, id, Role.values()), Plan::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<Plan> join(@Valid @RequestBody NewPractitioner it) {
        callers.current().require(HEAD_OFFICE);
        PractitionerId id = new PractitionerId(Ids.next(PractitionerId.PREFIX));
        return Versioned.created(planning.join(id, it.displayName(), it.serviceCodes()), Plan::of);
    }

    @PostMapping("/{id}/skills")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<Plan> changeSkills(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewSkills it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(planning.changeSkills(id, ifMatch, it.serviceCodes()), Plan::of);
    }

    @PutMapping("/{id}")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<Plan> rename(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewName it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(planning.rename(id, ifMatch, it.displayName()), Plan::of);
    }

    @PostMapping("/{id}/rota")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<Plan> work(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewRota it) {
        callers.current().requireIn(it.clinicId(), HEAD_OFFICE, CLINIC_MANAGER);
        PlanningScope scope = PlanningScope.of(callers.current());
        WeeklyHours shifts = DayHours.week("shifts", it.shifts());
        return Versioned.ok(planning.work(id, ifMatch, it.clinicId(), shifts, scope), Plan::of);
    }

    @PostMapping("/{id}/absences")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<Plan> leave(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewAbsence it) {
        PlanningScope scope = PlanningScope.of(callers.current());
        return Versioned.ok(planning.leave(id, ifMatch, it.days(), scope), Plan::of);
    }

    /** Takes an absence back from today on: its days that are over stay, and so does one that is over as a whole. */
    @PostMapping("/{id}/absences/withdraw")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<Plan> withdraw(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody OldAbsence it) {
        PlanningScope scope = PlanningScope.of(callers.current());
        return Versioned.ok(planning.withdraw(id, ifMatch, it.days(), scope), Plan::of);
    }

    /** A practitioner of none of the clinics that these roles reach is answered as an unknown one. */
    private Practitioner requireIn(Caller caller, PractitionerId id, Role... roles) {
        Practitioner found = practitioners.require(id);
        boolean reached = caller.has(HEAD_OFFICE) || found.clinics().stream().anyMatch(it -> caller.mayIn(it, roles));
        if (!reached) {
            throw Refusal.notFound();
        }
        return found;
    }
}
