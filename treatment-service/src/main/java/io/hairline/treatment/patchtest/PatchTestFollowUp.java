package io.hairline.treatment.patchtest;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import java.util.List;

/** What a reading changes elsewhere, in its own transaction. */
public interface PatchTestFollowUp {

    /**
     * Says what follows from the newest reading.
     *
     * @param failed whether it forbids a treatment
     */
    List<Change<?>> after(ClientId client, boolean failed);
}
