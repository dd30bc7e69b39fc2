package io.hairline.headoffice.licence;

import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

interface Licences extends Repository<Licence, LicenceId> {

    Optional<Licence> findById(LicenceId id);

    @Query(value = "{_id: {$gt: ?0}}", sort = "{_id: 1}")
    List<Licence> after(String id, Limit limit);

    @Query(value = "{practitionerId: {$in: ?0}, _id: {$gt: ?1}}", sort = "{_id: 1}")
    List<Licence> of(Collection<String> practitioners, String id, Limit limit);

    List<Licence> findByPractitionerIdIn(Collection<PractitionerId> practitioners);

    default Licence require(LicenceId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
