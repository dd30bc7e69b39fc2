package io.hairline.treatment.recall;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.treatment.TreatmentEvent.RecallAcknowledged;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeClosed;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeOpened;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeWithdrawn;
import io.hairline.kit.Refusal;
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
 * @param withdrawnAt when it was taken back, because the recall named the wrong batch
 * @param erasedAt when the client was erased who hadn't acknowledged it and can't be told any more; absent otherwise
 * @param noted who of the clinic noted that the client knows; absent if the client confirmed it
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
        @Nullable Instant acknowledgedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Noted noted,
        @Nullable Instant erasedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final String CLIENT_ERASED = "CLIENT_ERASED";

    /**
     * That somebody of the clinic told the client.
     *
     * @param by subject
     */
    record Noted(String by, ToldBy how) {}

    /** How the clinic's people told a client who didn't confirm by themselves. */
    enum ToldBy {
        PHONE,
        IN_PERSON,
        LETTER
    }

    static Change<RecallNotice> open(
            RecallNoticeId id, RecallId recall, ClientId client, ClinicId clinic, Instant now) {
        return Change.to(
                new RecallNotice(id, 1, SCHEMA, recall, client, clinic, now, null, null, null, null),
                new RecallNoticeOpened(id, recall, client, clinic));
    }

    /** Of a client who had been erased before the batch was recalled. */
    static Change<RecallNotice> ofErased(
            RecallNoticeId id, RecallId recall, ClientId client, ClinicId clinic, Instant now) {
        return Change.to(
                new RecallNotice(id, 1, SCHEMA, recall, client, clinic, now, null, null, null, now),
                new RecallNoticeClosed(id, recall, client, clinic, CLIENT_ERASED));
    }

    /**
     * Twice is once; a notice that was taken back asks for nothing, and an erased client can't acknowledge one.
     *
     * @param noted null if the client confirms it
     */
    Change<RecallNotice> acknowledge(@Nullable Noted noted, Instant now) {
        if (acknowledgedAt != null) {
            return Change.none(this);
        }
        if (withdrawnAt != null) {
            throw Refusal.state("illegal-move", "This recall was withdrawn; there is nothing to acknowledge.");
        }
        if (erasedAt != null) {
            throw Refusal.state("illegal-move", "The client was erased and can't be told of this recall any more.");
        }
        return Change.to(with(now, null, noted, null), new RecallAcknowledged(id, recallId, clientId, clinicId));
    }

    /** Twice is once. */
    Change<RecallNotice> withdraw(Instant now) {
        return withdrawnAt != null
                ? Change.none(this)
                : Change.to(
                        with(acknowledgedAt, now, noted, erasedAt),
                        new RecallNoticeWithdrawn(id, recallId, clientId, clinicId));
    }

    /** The client was erased. A notice that was acknowledged before stays acknowledged; a second erasure changes nothing. */
    Change<RecallNotice> closeForErasure(Instant now) {
        if (acknowledgedAt != null || erasedAt != null) {
            return Change.none(this);
        }
        return Change.to(
                with(null, withdrawnAt, null, now),
                new RecallNoticeClosed(id, recallId, clientId, clinicId, CLIENT_ERASED));
    }

    private RecallNotice with(
            @Nullable Instant acknowledged, @Nullable Instant withdrawn, @Nullable Noted by, @Nullable Instant erased) {
        return new RecallNotice(
                id, version + 1, schema, recallId, clientId, clinicId, openedAt, acknowledged, withdrawn, by, erased);
    }

    @Nullable ToldBy toldBy() {
        return noted == null ? null : noted.how();
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
