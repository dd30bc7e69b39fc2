package io.hairline.treatment.sharing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.kit.security.Caller;
import java.time.Duration;
import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A chart that one person opened in an emergency, for some hours.
 *
 * @param clinicId where the one who opened it works
 * @param openedBy subject of the one for whom alone it is open
 * @param practitionerId who that is in the diary; absent for others, and in documents from before it was kept
 * @param reasonCode absent in documents from before it was asked for
 * @param reason sealed
 */
@Document("emergency_accesses")
@TypeAlias("emergencyAccess")
@PersonalData
record EmergencyAccess(
        @Id EmergencyAccessId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        String openedBy,
        @Nullable PractitionerId practitionerId,
        @Nullable EmergencyReason reasonCode,
        Binary reason,
        Instant openedAt,
        Instant until)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final Duration LASTS = Duration.ofHours(4);

    static Change<EmergencyAccess> open(
            EmergencyAccessId id,
            ClientId client,
            ClinicId clinic,
            Caller by,
            EmergencyReason code,
            Binary reason,
            Instant now) {
        Instant until = now.plus(LASTS);
        return Change.to(
                new EmergencyAccess(
                        id,
                        1,
                        SCHEMA,
                        client,
                        clinic,
                        by.subject(),
                        by.practitionerIn(clinic),
                        code,
                        reason,
                        now,
                        until),
                new EmergencyAccessOpened(id, client, clinic, until, code.name()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
