package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an assessment changes elsewhere, in its own transaction. */
public interface HealingFollowUp {

    /**
     * Says what follows from the newest assessment.
     *
     * @param delayed whether the next session has to wait
     * @param retentionPercent how much of the colour has stayed; absent if nobody judged it
     */
    List<Change<?>> afterHealing(ClientId client, boolean delayed, @Nullable Integer retentionPercent);
}
