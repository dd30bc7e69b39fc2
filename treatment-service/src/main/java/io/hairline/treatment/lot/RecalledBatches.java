package io.hairline.treatment.lot;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** What lots ask about recalls, so that recalls can ask about lots. */
public interface RecalledBatches {

    /** Those of these batches that a recall names. */
    Set<String> among(Collection<String> batches);

    /** Whether a recall named this batch at that instant, also one that was withdrawn since. */
    boolean wasRecalledAt(String batch, Instant moment);

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
