package io.hairline.headoffice.practitioner;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.WeeklyHours;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
@RequestMapping("/api/v1/practitioners")
class PractitionerController {

    private final Practitioners practitioners;
    private final PractitionerManagement rostering;
    private final Callers callers;

    PractitionerController(Practitioners practitioners, PractitionerManagement rostering, Callers callers) {
        this.practitioners = practitioners;
        this.rostering = rostering;
        this.callers = callers;
    }

    record NewPractitioner(
            @NotBlank @Size(max = 60) String displayName,
            @NotNull @Size(max = 100) List<@NotBlank String> serviceCodes) {}

    record NewSkills(@NotNull @Size(max = 100) List<@NotBlank String> serviceCodes) {}

    record NewRota(
            @NotNull ClinicId clinicId,
            @NotNull @Size(max = 50) List<@NotNull Hours> shifts) {}

    record NewAbsence(
            @NotNull LocalDate from,
            @NotNull LocalDate until,

            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}", message = "must be a code such as HOLIDAY") String reasonCode) {}

    /** What everybody may see. */
    record View(
            PractitionerId id, long version, String displayName, List<String> serviceCodes, List<ClinicId> clinicIds) {
        static View of(Practitioner it) {
            return new View(it.id(), it.version(), it.displayName(), it.skills(), it.clinics());
        }
    }

    record Shifts(ClinicId clinicId, String zone, List<Hours> shifts) {}

    /** What those see who plan her time. */
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
                    .map(one ->
                            new Shifts(one.clinicId(), one.zone(), one.shifts().hours()))
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
    ResponseEntity<Plan> show(@PathVariable PractitionerId id) {
        Caller caller = callers.current();
        caller.require(Role.values());
        return Versioned.ok(requireIn(caller, id, Role.values()), Plan::of);
    }

    @PostMapping
    ResponseEntity<Plan> join(@Valid @RequestBody NewPractitioner it) {
        callers.current().require(HEAD_OFFICE);
        PractitionerId id = new PractitionerId(Ids.next(PractitionerId.PREFIX));
        return Versioned.created(rostering.join(id, it.displayName(), it.serviceCodes()), Plan::of);
    }

    @PostMapping("/{id}/skills")
    ResponseEntity<Plan> train(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewSkills it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(rostering.train(id, ifMatch, it.serviceCodes()), Plan::of);
    }

    @PostMapping("/{id}/rota")
    ResponseEntity<Plan> work(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewRota it) {
        callers.current().requireIn(it.clinicId(), HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(rostering.work(id, ifMatch, it.clinicId(), new WeeklyHours(it.shifts())), Plan::of);
    }

    @PostMapping("/{id}/absences")
    ResponseEntity<Plan> leave(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewAbsence it) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, CLINIC_MANAGER);
        requireIn(caller, id, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(rostering.leave(id, ifMatch, it.from(), it.until(), it.reasonCode()), Plan::of);
    }

    /** Unknown is also who works in none of the clinics that these roles reach. */
    private Practitioner requireIn(Caller caller, PractitionerId id, Role... roles) {
        Practitioner found = practitioners.require(id);
        boolean reached = caller.has(HEAD_OFFICE) || found.clinics().stream().anyMatch(it -> caller.mayIn(it, roles));
        if (!reached) {
            throw Refusal.notFound();
        }
        return found;
    }
}
