package io.hairline.headoffice.licence;

import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Licences extends Repository<Licence, LicenceId>, PractitionerCredentials<Licence> {

    Optional<Licence> findById(LicenceId id);

    List<Licence> findByPractitionerIdIn(Collection<PractitionerId> practitioners);

    default Licence require(LicenceId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
