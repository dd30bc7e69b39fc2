package io.hairline.headoffice.people;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PersonId;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.web.Preconditions;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Who works for the brand and as what; {@code ifMatch} is the version that the caller has seen. */
@Service
public class StaffManagement {

    private final EventLog eventLog;
    private final Persons persons;
    private final NetworkManagement network;
    private final ClinicDirectory clinics;
    private final PractitionerManagement practitioners;

    StaffManagement(
            EventLog eventLog,
            Persons persons,
            NetworkManagement network,
            ClinicDirectory clinics,
            PractitionerManagement practitioners) {
        this.eventLog = eventLog;
        this.persons = persons;
        this.network = network;
        this.clinics = clinics;
        this.practitioners = practitioners;
    }

    public Person enrol(PersonId id, String login, @Nullable ClinicId enrolledIn) {
        checkKnown(enrolledIn);
        try {
            return eventLog.record(Person.class, () -> Person.enrol(id, login, enrolledIn));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("login-taken", "Somebody logs in as " + login + " already. Choose another login.");
        }
    }

    public Person assign(PersonId id, @Nullable String ifMatch, Assignment assignment) {
        checkKnown(assignment);
        return eventLog.record(Person.class, () -> {
            Person person = persons.require(id);
            Preconditions.check(ifMatch, person);
            return person.assign(assignment);
        });
    }

    public Person withdraw(PersonId id, @Nullable String ifMatch, Assignment assignment) {
        return eventLog.record(Person.class, () -> {
            Person person = persons.require(id);
            Preconditions.check(ifMatch, person);
            return person.withdraw(assignment);
        });
    }

    public boolean exists(PersonId id) {
        return persons.findById(id).isPresent();
    }

    /**
     * As what these people work: the practitioner's name, or else the login.
     *
     * @param subjects ids of people; others are left out
     */
    public Map<String, String> names(Collection<String> subjects) {
        return persons.findByIdIn(subjects).stream().collect(Collectors.toMap(Person::aggregateId, this::name));
    }

    private String name(Person person) {
        return person.assignments().stream()
                .map(Assignment::practitionerId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .flatMap(practitioners::name)
                .orElse(person.login());
    }

    void checkKnown(Assignment it) {
        if (it.regionId() != null && !network.knows(it.regionId())) {
            throw Refusal.input("regionId", "is no region of the brand");
        }
        checkKnown(it.clinicId());
        if (it.practitionerId() != null && !practitioners.exists(it.practitionerId())) {
            throw Refusal.input("practitionerId", "is no practitioner of the brand");
        }
    }

    private void checkKnown(@Nullable ClinicId clinic) {
        if (clinic != null && clinics.find(clinic).isEmpty()) {
            throw Refusal.input("clinicId", "is no clinic of the brand");
        }
    }
}
