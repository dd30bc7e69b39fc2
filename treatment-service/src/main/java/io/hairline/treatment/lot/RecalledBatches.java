package io.hairline.treatment.lot;

import java.util.Collection;
import java.util.Set;

/** What lots ask about recalls, so that recalls can ask about lots. */
public interface RecalledBatches {

    /** Those of these batches that a recall names. */
    Set<String> among(Collection<String> batches);
}
