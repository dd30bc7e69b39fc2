package io.hairline.headoffice.catalogue;

import io.hairline.contracts.ServiceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ServiceOffers extends Repository<ServiceOffer, ServiceId> {

    Optional<ServiceOffer> findByCode(String code);

    List<ServiceOffer> findByCodeIn(Collection<String> codes);

    List<ServiceOffer> findByCodeGreaterThanOrderByCode(String code, Limit limit);
}
