package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RoyaltyAgreementId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

interface RoyaltyAgreements extends Repository<RoyaltyAgreement, RoyaltyAgreementId> {

    Optional<RoyaltyAgreement> findByClinicId(ClinicId clinic);

    @Query(value = "{clinicId: {$in: ?0}, _id: {$gt: ?1}}", sort = "{_id: 1}")
    List<RoyaltyAgreement> of(Collection<String> clinics, String after, Limit limit);

    @Query(value = "{_id: {$gt: ?0}}", sort = "{_id: 1}")
    List<RoyaltyAgreement> after(String after, Limit limit);
}
