package io.hairline.headoffice.network;

import io.hairline.contracts.OwnerId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Owners extends Repository<Owner, OwnerId> {

    Optional<Owner> findById(OwnerId id);

    Optional<Owner> findByCode(String code);

    List<Owner> findByCodeGreaterThanOrderByCode(String code, Limit limit);
}
