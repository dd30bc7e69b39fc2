package io.hairline.headoffice.people;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.Ids;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
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
@RequestMapping("/api/v1/people")
class PersonController {

    private final Persons persons;
    private final StaffManagement staffing;
    private final StaffingRights rights;
    private final ClinicDirectory clinics;
    private final Callers callers;

    PersonController(
            Persons persons,
            StaffManagement staffing,
            StaffingRights rights,
            ClinicDirectory clinics,
            Callers callers) {
        this.persons = persons;
        this.staffing = staffing;
        this.rights = rights;
        this.clinics = clinics;
        this.callers = callers;
    }

    /**
     * A person to be enrolled.
     *
     * @param clinicId the clinic of the enrolment; a clinic manager names the own one
     */
    record NewPerson(
            @NotNull @Pattern(
                    regexp = "[a-z0-9][a-z0-9.-]{1,39}",
                    message = "must be 2 to 40 small letters, digits, dots or dashes")
            String login,

            @Nullable ClinicId clinicId) {}

    record RoleInPlace(
            @NotNull Role role,
            @Nullable RegionId regionId,
            @Nullable ClinicId clinicId,
            @Nullable PractitionerId practitionerId) {
        Assignment assignment() {
            return new Assignment(role, regionId, clinicId, practitionerId);
        }
    }

    record View(PersonId id, long version, String login, List<Assignment> roles) {
        static View of(Person it) {
            return new View(it.id(), it.version(), it.login(), it.assignments());
        }
    }

    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        Limit oneMore = Limit.of(Page.limit(limit) + 1);
        List<Person> found = clinics.reach(caller, HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER)
                .map(some ->
                        persons.ofClinics(some.stream().map(ClinicId::value).toList(), after, oneMore))
                .orElseGet(() -> persons.findByLoginGreaterThanOrderByLogin(after, oneMore));
        return Page.of(found, limit, Person::login).map(View::of);
    }

    @GetMapping("/{id}")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> show(@PathVariable PersonId id) {
        return Versioned.ok(rights.requireVisible(callers.current(), id), View::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> enrol(@Valid @RequestBody NewPerson it) {
        rights.checkEnrolling(callers.current(), it.clinicId());
        PersonId id = new PersonId(Ids.next(PersonId.PREFIX));
        return Versioned.created(staffing.enrol(id, it.login(), it.clinicId()), View::of);
    }

    @PostMapping("/{id}/roles")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> assign(
            @PathVariable PersonId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RoleInPlace it) {
        rights.checkChanging(callers.current(), id, it.assignment());
        return Versioned.ok(staffing.assign(id, ifMatch, it.assignment()), View::of);
    }

    @PostMapping("/{id}/roles/withdraw")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> withdraw(
            @PathVariable PersonId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RoleInPlace it) {
        rights.checkWithdrawing(callers.current(), id, it.assignment());
        return Versioned.ok(staffing.withdraw(id, ifMatch, it.assignment()), View::of);
    }
}
