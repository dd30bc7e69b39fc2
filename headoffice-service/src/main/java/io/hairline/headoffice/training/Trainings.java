package io.hairline.headoffice.training;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

interface Trainings extends Repository<Training, TrainingId> {

    Optional<Training> findById(TrainingId id);

    @Query(value = "{_id: {$gt: ?0}}", sort = "{_id: 1}")
    List<Training> after(String id, Limit limit);

    @Query(value = "{practitionerId: {$in: ?0}, _id: {$gt: ?1}}", sort = "{_id: 1}")
    List<Training> of(Collection<String> practitioners, String id, Limit limit);

    List<Training> findByPractitionerIdIn(Collection<PractitionerId> practitioners);

    default Training require(TrainingId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
