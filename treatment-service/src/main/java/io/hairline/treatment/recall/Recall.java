package io.hairline.treatment.recall;

import io.hairline.contracts.RecallId;
import io.hairline.contracts.treatment.TreatmentEvent.PigmentLotRecalled;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.treatment.lot.Batch;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The recall of a batch; it is never taken back.
 *
 * @param batch normal form of the three that follow
 * @param openedBy subject of head office's person
 */
@Document("recalls")
@TypeAlias("recall")
record Recall(
        @Id RecallId id,
        long version,
        int schema,
        String batch,
        String maker,
        String product,
        String lotNumber,
        RecallReason reasonCode,
        String reason,
        Instant openedAt,
        String openedBy)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** A batch as it was typed, and why it is recalled. */
    record Wanted(String maker, String product, String lotNumber, RecallReason reasonCode, String reason) {
        Batch batch() {
            return Batch.of(maker, product, lotNumber);
        }
    }

    static Change<Recall> open(RecallId id, Wanted it, String by, Instant now) {
        return Change.to(
                new Recall(
                        id,
                        1,
                        SCHEMA,
                        it.batch().normal(),
                        it.maker(),
                        it.product(),
                        it.lotNumber(),
                        it.reasonCode(),
                        it.reason(),
                        now,
                        by),
                new PigmentLotRecalled(
                        id,
                        it.maker(),
                        it.product(),
                        it.lotNumber(),
                        it.reasonCode().name()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
