package io.hairline.headoffice.people;

import io.hairline.contracts.PersonId;
import io.hairline.kit.Refusal;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Persons extends Repository<Person, PersonId> {

    Optional<Person> findById(PersonId id);

    default Person require(PersonId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
