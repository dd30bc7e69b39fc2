package io.hairline.treatment.lot;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What lots ask about recalls, so that recalls can ask about lots. */
public interface RecalledBatches {

    /** Those of these batches that a recall names. */
    Set<String> among(Collection<String> batches);

    /** From when the recall that names this batch holds. */
    Optional<Instant> since(String batch);

    /** Hears that a batch was used in a session that had begun before its recall, so that its client is given notice too. */
    interface LateUse {

        /**
         * Notes it in the caller's transaction.
         *
         * @param batch its normal form
         */
        void note(String batch);
    }
}
