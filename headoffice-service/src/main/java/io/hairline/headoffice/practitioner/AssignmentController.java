package io.hairline.headoffice.practitioner;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** How a practitioner comes to work in one more clinic: it asks, and a clinic of the practitioner or head office agrees. */
@RestController
@RequestMapping("/api/v1/practitioners")
class AssignmentController {

    private final Practitioners practitioners;
    private final PractitionerManagement planning;
    private final ClinicDirectory clinics;
    private final Callers callers;

    AssignmentController(
            Practitioners practitioners, PractitionerManagement planning, ClinicDirectory clinics, Callers callers) {
        this.practitioners = practitioners;
        this.planning = planning;
        this.clinics = clinics;
        this.callers = callers;
    }

    record NewAssignment(@NotNull ClinicId clinicId) {}

    /** How a practitioner stands to a clinic. */
    enum Status {
        PENDING,
        ACTIVE,
        NONE
    }

    record View(PractitionerId practitionerId, long version, ClinicId clinicId, Status status) {
        static View of(Practitioner it, ClinicId clinic) {
            Status status =
                    it.worksIn(clinic) ? Status.ACTIVE : it.requests().contains(clinic) ? Status.PENDING : Status.NONE;
            return new View(it.id(), it.version(), clinic, status);
        }
    }

    /**
     * A practitioner for whom clinics have asked.
     *
     * @param requestedBy those that the caller may know of: all for who plans for the practitioner, else the own ones
     */
    record Requests(
            PractitionerId practitionerId,
            long version,
            String displayName,
            List<ClinicId> clinicIds,
            List<ClinicId> requestedBy) {
        static Requests of(Practitioner it, PlanningScope scope) {
            List<ClinicId> shown = it.requests().stream()
                    .filter(clinic -> it.isPlannedBy(scope) || scope.reaches(clinic))
                    .toList();
            return new Requests(it.id(), it.version(), it.displayName(), it.clinics(), shown);
        }
    }

    @GetMapping("/assignments")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    Page<Requests> pending(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Caller caller = callers.current();
        PlanningScope scope = PlanningScope.of(caller);
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        Limit oneMore = Limit.of(Page.limit(limit) + 1);
        List<Practitioner> found = clinics.reach(caller, HEAD_OFFICE, CLINIC_MANAGER)
                .map(own -> practitioners.requestedOfOrBy(
                        own.stream().map(ClinicId::value).toList(), after, oneMore))
                .orElseGet(() -> practitioners.requested(after, oneMore));
        return Page.of(found, limit, Practitioner::aggregateId).map(it -> Requests.of(it, scope));
    }

    @PostMapping("/{id}/assignments")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> request(
            @PathVariable PractitionerId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewAssignment it) {
        Caller caller = callers.current();
        caller.requireIn(it.clinicId(), HEAD_OFFICE, CLINIC_MANAGER);
        Practitioner asked = planning.request(id, ifMatch, it.clinicId(), PlanningScope.of(caller));
        return Versioned.created(asked, them -> View.of(them, it.clinicId()));
    }

    @PostMapping("/{id}/assignments/{clinicId}/accept")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> accept(
            @PathVariable PractitionerId id,
            @PathVariable ClinicId clinicId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        PlanningScope scope = PlanningScope.of(callers.current());
        return Versioned.ok(planning.accept(id, ifMatch, clinicId, scope), it -> View.of(it, clinicId));
    }

    @PostMapping("/{id}/assignments/{clinicId}/decline")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> decline(
            @PathVariable PractitionerId id,
            @PathVariable ClinicId clinicId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        PlanningScope scope = PlanningScope.of(callers.current());
        return Versioned.ok(planning.decline(id, ifMatch, clinicId, scope), it -> View.of(it, clinicId));
    }

    @PostMapping("/{id}/assignments/{clinicId}/end")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> end(
            @PathVariable PractitionerId id,
            @PathVariable ClinicId clinicId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().requireIn(clinicId, HEAD_OFFICE, CLINIC_MANAGER);
        return Versioned.ok(planning.end(id, ifMatch, clinicId), it -> View.of(it, clinicId));
    }
}
