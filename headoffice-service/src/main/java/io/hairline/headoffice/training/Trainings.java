package io.hairline.headoffice.training;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.headoffice.licence.PractitionerCredentials;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Trainings extends Repository<Training, TrainingId>, PractitionerCredentials<Training> {

    Optional<Training> findById(TrainingId id);

    List<Training> findByPractitionerIdIn(Collection<PractitionerId> practitioners);

    default Training require(TrainingId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
