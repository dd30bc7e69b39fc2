package io.hairline.headoffice.people;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleWithdrawn;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.security.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who works for the brand.
 *
 * @param login unique; what is typed at the log-in page
 * @param enrolledIn the clinic whose manager enrolled the person; absent if head office did
 * @param assignments each role at most once per place
 */
@Document("persons")
@TypeAlias("person")
public record Person(
        @Id PersonId id,
        long version,
        String login,
        @Nullable ClinicId enrolledIn,
        List<Assignment> assignments) implements Aggregate {

    public Person {
        assignments = List.copyOf(assignments);
    }

    static Change<Person> enrol(PersonId id, String login, @Nullable ClinicId enrolledIn) {
        return Change.to(new Person(id, 1, login, enrolledIn, List.of()), new PersonEnrolled(id, login));
    }

    Change<Person> assign(Assignment wanted) {
        checkPlace(wanted);
        Optional<Assignment> held = held(wanted);
        if (held.isPresent() && held.get().equals(wanted)) {
            return Change.none(this);
        }
        List<Assignment> next = without(wanted);
        next.add(wanted);
        return Change.to(
                new Person(id, version + 1, login, enrolledIn, next),
                new RoleAssigned(id, wanted.role(), wanted.regionId(), wanted.clinicId(), wanted.practitionerId()));
    }

    Change<Person> withdraw(Assignment unwanted) {
        return held(unwanted).isEmpty()
                ? Change.none(this)
                : Change.to(
                        new Person(id, version + 1, login, enrolledIn, without(unwanted)),
                        new RoleWithdrawn(id, unwanted.role(), unwanted.regionId(), unwanted.clinicId()));
    }

    static void checkPlace(Assignment wanted) {
        Role role = wanted.role();
        boolean ofARegion = role == Role.REGION_MANAGER;
        boolean ofAClinic = role == Role.CLINIC_MANAGER || role == Role.FRONT_DESK || role == Role.PRACTITIONER;
        needExactly("regionId", ofARegion, wanted.regionId() != null, role);
        needExactly("clinicId", ofAClinic, wanted.clinicId() != null, role);
        needExactly("practitionerId", role == Role.PRACTITIONER, wanted.practitionerId() != null, role);
    }

    private static void needExactly(String field, boolean needed, boolean given, Role role) {
        if (needed != given) {
            throw Refusal.input(field, (needed ? "is needed for the role " : "must be left out for the role ") + role);
        }
    }

    private Optional<Assignment> held(Assignment like) {
        return assignments.stream().filter(it -> samePlace(it, like)).findFirst();
    }

    private List<Assignment> without(Assignment like) {
        List<Assignment> left = new ArrayList<>(assignments);
        left.removeIf(it -> samePlace(it, like));
        return left;
    }

    static boolean samePlace(Assignment one, Assignment other) {
        return one.role() == other.role()
                && Objects.equals(one.regionId(), other.regionId())
                && Objects.equals(one.clinicId(), other.clinicId());
    }

    /** Whether the person belongs to one of these clinics: works there, or was enrolled there. */
    boolean belongsTo(Set<ClinicId> clinics) {
        return Stream.concat(
                        Stream.ofNullable(enrolledIn),
                        assignments.stream().flatMap(it -> Stream.ofNullable(it.clinicId())))
                .anyMatch(clinics::contains);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
