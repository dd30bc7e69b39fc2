package io.hairline.headoffice.people;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

interface Persons extends Repository<Person, PersonId> {

    Optional<Person> findById(PersonId id);

    Optional<Person> findByLogin(String login);

    @Query("{_id: {$in: ?0}}")
    List<Person> findByIdIn(Collection<String> ids);

    @Query(value = "{'assignments.role': ?0}", exists = true)
    boolean existsWithRole(Role role);

    List<Person> findByLoginGreaterThanOrderByLogin(String login, Limit limit);

    @Query(
            value = "{$or: [{'assignments.clinicId': {$in: ?0}}, {enrolledIn: {$in: ?0}}], login: {$gt: ?1}}",
            sort = "{login: 1}")
    List<Person> ofClinics(Collection<String> clinics, String login, Limit limit);

    default Person require(PersonId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
