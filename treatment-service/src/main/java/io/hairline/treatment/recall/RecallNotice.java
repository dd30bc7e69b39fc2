package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.treatment.TreatmentEvent.RecallAcknowledged;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeOpened;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One client who was treated with a recalled batch: to be told, and to have answered.
 *
 * @param clinicId where the batch was used on the client
 */
@Document("recall_notices")
@TypeAlias("recallNotice")
@PersonalData
record RecallNotice(
        @Id RecallNoticeId id,
        long version,
        int schema,
        RecallId recallId,
        ClientId clientId,
        ClinicId clinicId,
        Instant openedAt,
        @Nullable Instant acknowledgedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    static Change<RecallNotice> open(
            RecallNoticeId id, RecallId recall, ClientId client, ClinicId clinic, Instant now) {
        return Change.to(
                new RecallNotice(id, 1, SCHEMA, recall, client, clinic, now, null),
                new RecallNoticeOpened(id, recall, client, clinic));
    }

    /** Twice is once. */
    Change<RecallNotice> acknowledge(Instant now) {
        return acknowledgedAt != null
                ? Change.none(this)
                : Change.to(
                        new RecallNotice(id, version + 1, schema, recallId, clientId, clinicId, openedAt, now),
                        new RecallAcknowledged(id, recallId, clientId, clinicId));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
