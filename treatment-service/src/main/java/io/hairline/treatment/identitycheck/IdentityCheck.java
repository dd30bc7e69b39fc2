package io.hairline.treatment.identitycheck;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.IdentityCheckId;
import io.hairline.contracts.treatment.TreatmentEvent.IdentityChecked;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An identity document was looked at.
 *
 * @param checkedBy subject of the one who looked
 * @param birthDateMatches whether it names the date of birth that the clinic knows; absent, as in checks from before this was
 *     asked, means yes
 * @param adult whether it says that the client is 18 or older; absent means yes
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
        Instant checkedAt,
        @Nullable Boolean birthDateMatches,
        @Nullable Boolean adult)
        implements Aggregate {

    private static final int SCHEMA = 1;

    static Change<IdentityCheck> check(
            IdentityCheckId id, ClientId client, ClinicId clinic, IdentitySeen seen, String by, Instant now) {
        return Change.to(
                new IdentityCheck(
                        id, 1, SCHEMA, client, clinic, seen.document(), by, now, seen.birthDateMatches(), seen.adult()),
                new IdentityChecked(id, client, clinic));
    }

    IdentityOutcome outcome() {
        if (Boolean.FALSE.equals(adult)) {
            return IdentityOutcome.UNDER_AGE;
        }
        return Boolean.FALSE.equals(birthDateMatches) ? IdentityOutcome.OTHER_BIRTH_DATE : IdentityOutcome.CONFIRMED;
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
