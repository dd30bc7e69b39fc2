package io.hairline.treatment.identitycheck;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.IdentityCheckId;
import io.hairline.contracts.treatment.TreatmentEvent.IdentityChecked;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Her papers were looked at.
 *
 * @param checkedBy subject of who looked
 */
@Document("identity_checks")
@TypeAlias("identityCheck")
@PersonalData
record IdentityCheck(
        @Id IdentityCheckId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        IdentityDocument document,
        String checkedBy,
        Instant checkedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    static Change<IdentityCheck> check(
            IdentityCheckId id, ClientId client, ClinicId clinic, IdentityDocument document, String by, Instant now) {
        return Change.to(
                new IdentityCheck(id, 1, SCHEMA, client, clinic, document, by, now),
                new IdentityChecked(id, client, clinic));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
