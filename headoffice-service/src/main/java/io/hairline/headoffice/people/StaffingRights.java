package io.hairline.headoffice.people;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may give roles to whom: head office every role, a clinic's manager the roles of that clinic to its people. */
@Component
class StaffingRights {

    private final Persons persons;
    private final ClinicDirectory clinics;
    private final PractitionerManagement practitioners;

    StaffingRights(Persons persons, ClinicDirectory clinics, PractitionerManagement practitioners) {
        this.persons = persons;
        this.clinics = clinics;
        this.practitioners = practitioners;
    }

    Person requireVisible(Caller caller, PersonId id) {
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        return requireReached(caller, id, HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
    }

    void checkEnrolling(Caller caller, @Nullable ClinicId clinic) {
        caller.require(HEAD_OFFICE, CLINIC_MANAGER);
        if (clinic != null) {
            caller.requireIn(clinic, HEAD_OFFICE, CLINIC_MANAGER);
        } else if (!caller.has(HEAD_OFFICE)) {
            throw Refusal.input("clinicId", "must be the clinic that you manage");
        }
    }

    void checkChanging(Caller caller, PersonId id, Assignment assignment) {
        caller.require(HEAD_OFFICE, CLINIC_MANAGER);
        if (caller.has(HEAD_OFFICE)) {
            return;
        }
        requireReached(caller, id, CLINIC_MANAGER);
        ClinicId clinic = assignment.clinicId();
        if (clinic == null) {
            throw Refusal.forbidden();
        }
        caller.requireIn(clinic, CLINIC_MANAGER);
        PractitionerId as = assignment.practitionerId();
        if (as != null && !practitioners.workingIn(Set.of(clinic)).contains(as)) {
            throw Refusal.input(
                    "practitionerId",
                    "must belong to your clinic; ask with POST /practitioners/{id}/assignments first");
        }
    }

    /** Nobody withdraws their own place in head office, so that there is always somebody left who can give roles. */
    void checkWithdrawing(Caller caller, PersonId id, Assignment assignment) {
        checkChanging(caller, id, assignment);
        if (assignment.role() == HEAD_OFFICE && caller.subject().equals(id.value())) {
            throw Refusal.rule(
                    "own-role", "You can't withdraw your own place in head office. Ask a colleague there to do it.");
        }
    }

    private Person requireReached(Caller caller, PersonId id, Role... roles) {
        Person person = persons.require(id);
        boolean reached = clinics.reach(caller, roles).map(person::belongsTo).orElse(true);
        if (!reached) {
            throw Refusal.notFound();
        }
        return person;
    }
}
