package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

interface Clinics extends Repository<Clinic, ClinicId> {

    Optional<Clinic> findById(ClinicId id);

    List<Clinic> findByIdIn(Collection<ClinicId> ids);

    Optional<Clinic> findByCode(String code);

    List<Clinic> findByCodeGreaterThanOrderByCode(String code, Limit limit);

    List<Clinic> findByRegionIdAndCodeGreaterThanOrderByCode(RegionId regionId, String code, Limit limit);

    List<Clinic> findByRegionIdIn(Collection<RegionId> regionIds);

    @Query("{'tenures.regionId': ?0}")
    List<Clinic> everIn(RegionId regionId);

    default Clinic require(ClinicId id) {
        return findById(id).orElseThrow(Refusal::notFound);
    }
}
