package io.hairline.headoffice.licence;

import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.GuestLimit;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A practitioner's right to work in a jurisdiction.
 *
 * @param validUntil the last local day it holds, unless it is revoked before
 * @param guest how many days it allows, if it is a guest's; absent if it is a full one
 * @param revokedFor why it holds no more; absent while it does
 */
@Document("licences")
@TypeAlias("licence")
public record Licence(
        @Id LicenceId id,
        long version,
        PractitionerId practitionerId,
        String jurisdiction,
        LocalDate validFrom,
        LocalDate validUntil,
        @Nullable GuestLimit guest,
        @Nullable String revokedFor)
        implements Aggregate {

    /** Renewing one takes weeks. */
    private static final int WARNING_DAYS = 60;

    static Change<Licence> grant(
            LicenceId id,
            PractitionerId practitionerId,
            String jurisdiction,
            LocalDate from,
            LocalDate until,
            boolean asGuest) {
        GuestLimit guest = asGuest ? guestLimit(jurisdiction) : null;
        if (until.isBefore(from)) {
            throw Refusal.input("validUntil", "must not be before \"validFrom\"");
        }
        return Change.to(
                new Licence(id, 1, practitionerId, jurisdiction, from, until, guest, null),
                new LicenceGranted(id, practitionerId, jurisdiction, from, until, guest));
    }

    private static GuestLimit guestLimit(String jurisdiction) {
        GuestLimit limit = JurisdictionRules.of(jurisdiction).guests();
        if (limit == null) {
            throw Refusal.input("guest", "must be left out: " + jurisdiction + " knows no guests");
        }
        return limit;
    }

    Change<Licence> revoke(String reasonCode) {
        return revokedFor == null
                ? Change.to(
                        new Licence(
                                id,
                                version + 1,
                                practitionerId,
                                jurisdiction,
                                validFrom,
                                validUntil,
                                guest,
                                reasonCode),
                        new LicenceRevoked(id, practitionerId, reasonCode, jurisdiction))
                : Change.none(this);
    }

    /** The first local day on which its end is warned of. */
    public LocalDate warnFrom() {
        return validUntil.minusDays(WARNING_DAYS);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
