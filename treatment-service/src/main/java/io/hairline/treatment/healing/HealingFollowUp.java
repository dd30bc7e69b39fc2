package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import java.util.List;

/** What an assessment changes elsewhere, in its own transaction. */
public interface HealingFollowUp {

    /**
     * Says what follows from the newest assessment.
     *
     * @param delayed whether the next session has to wait
     */
    List<Change<?>> afterHealing(ClientId client, boolean delayed);
}
