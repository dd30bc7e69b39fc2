package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

interface Practitioners extends Repository<Practitioner, PractitionerId> {

    Optional<Practitioner> findById(PractitionerId id);

    @Query(value = "{_id: {$gt: ?0}}", sort = "{_id: 1}")
    List<Practitioner> after(String id, Limit limit);

    @Query(value = "{'rotas.clinicId': ?0, _id: {$gt: ?1}}", sort = "{_id: 1}")
    List<Practitioner> workingIn(String clinic, String id, Limit limit);

    @Query(value = "{requests: {$gt: ''}, _id: {$gt: ?0}}", sort = "{_id: 1}")
    List<Practitioner> requested(String id, Limit limit);

    @Query(
            value = "{$or: [{'rotas.clinicId': {$in: ?0}, 'requests.0': {$exists: true}}, {requests: {$in: ?0}}],"
                    + " _id: {$gt: ?1}}",
            sort = "{_id: 1}")
    List<Practitioner> requestedOfOrBy(Collection<String> clinics, String id, Limit limit);

    List<Practitioner> findByRotasClinicIdIn(Collection<ClinicId> clinics);

    List<Practitioner> findByIdIn(Collection<PractitionerId> ids);

    default Practitioner require(PractitionerId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
