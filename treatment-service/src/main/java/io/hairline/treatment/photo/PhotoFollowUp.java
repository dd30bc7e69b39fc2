package io.hairline.treatment.photo;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.events.Change;
import java.util.List;

/** What a photo that is taken out of the chart changes elsewhere, in its own transaction. */
public interface PhotoFollowUp {

    /** Says what follows; until the transaction ends, the photo is still found in the chart. */
    List<Change<?>> afterWithdrawal(ClientId client, PhotoId photo);
}
