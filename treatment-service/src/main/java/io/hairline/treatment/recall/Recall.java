package io.hairline.treatment.recall;

import io.hairline.contracts.RecallId;
import io.hairline.contracts.treatment.TreatmentEvent.PigmentLotRecallWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.PigmentLotRecalled;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.treatment.lot.Batch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The recall of a batch. One that names the wrong batch is withdrawn: it bars nothing any more and stays to be seen.
 *
 * @param batch normal form of the three that follow
 * @param openedBy subject of head office's person
 * @param withdrawal absent while the batch is barred
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
        String openedBy,
        @Nullable Withdrawal withdrawal)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** A batch as it was typed, and why it is recalled. */
    record Wanted(String maker, String product, String lotNumber, RecallReason reasonCode, String reason) {
        Batch batch() {
            return Batch.of(maker, product, lotNumber);
        }
    }

    /**
     * The end of a recall that named the wrong batch.
     *
     * @param by subject of head office's person
     */
    record Withdrawal(Instant at, String by, String reason) {}

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
                        by,
                        null),
                new PigmentLotRecalled(
                        id,
                        it.maker(),
                        it.product(),
                        it.lotNumber(),
                        it.reasonCode().name()));
    }

    boolean isWithdrawn() {
        return withdrawal != null;
    }

    /** Once; the same batch can be recalled anew. */
    Change<Recall> withdraw(String why, String by, Instant now) {
        if (withdrawal != null) {
            throw Refusal.state("illegal-move", "This recall was withdrawn at " + withdrawal.at() + " already.");
        }
        return Change.to(
                new Recall(
                        id,
                        version + 1,
                        schema,
                        batch,
                        maker,
                        product,
                        lotNumber,
                        reasonCode,
                        reason,
                        openedAt,
                        openedBy,
                        new Withdrawal(now, by, why)),
                new PigmentLotRecallWithdrawn(id, maker, product, lotNumber));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
