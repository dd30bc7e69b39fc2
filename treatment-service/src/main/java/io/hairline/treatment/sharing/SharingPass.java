package io.hairline.treatment.sharing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SharingPassId;
import io.hairline.contracts.treatment.TreatmentEvent.SharingPassGiven;
import io.hairline.contracts.treatment.TreatmentEvent.SharingPassRevoked;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client's permission for one clinic to read the chart.
 *
 * @param until the last local day of that clinic on which it holds
 */
@Document("sharing_passes")
@TypeAlias("sharingPass")
@PersonalData
record SharingPass(
        @Id SharingPassId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        SharingPurpose purpose,
        LocalDate until,
        Instant givenAt,
        @Nullable Instant revokedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final int LONGEST_YEARS = 5;

    /** Refuses a last day that has passed in that clinic, and one that is too far away to be meant. */
    static Change<SharingPass> give(
            SharingPassId id,
            ClientId client,
            ClinicId clinic,
            SharingPurpose purpose,
            LocalDate until,
            Instant now,
            LocalDate today) {
        if (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw Refusal.input("until", "must be from " + today + " to " + today.plusYears(LONGEST_YEARS));
        }
        return Change.to(
                new SharingPass(id, 1, SCHEMA, client, clinic, purpose, until, now, null),
                new SharingPassGiven(id, client, clinic, purpose.name(), until));
    }

    Change<SharingPass> revoke(Instant now) {
        if (revokedAt != null) {
            throw Refusal.state("illegal-move", "The pass was revoked already.");
        }
        return Change.to(
                new SharingPass(id, version + 1, schema, clientId, clinicId, purpose, until, givenAt, now),
                new SharingPassRevoked(id, clientId, clinicId));
    }

    /** Whether it holds on a local day of its clinic. */
    boolean holdsOn(LocalDate day) {
        return revokedAt == null && !day.isAfter(until);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
