package io.hairline.headoffice.network;

import io.hairline.contracts.RegionId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Regions extends Repository<Region, RegionId> {

    Optional<Region> findById(RegionId id);

    Optional<Region> findByCode(String code);

    List<Region> findByCodeGreaterThanOrderByCode(String code, Limit limit);
}
