package io.hairline.booking.client;

import io.hairline.kit.events.Change;
import java.util.List;

/** What else happens in the transaction that registers or corrects a client. */
public interface ClientFollowUp {

    /** The transaction may run again, so the only side effects allowed are writes that take part in it. */
    default List<Change<?>> afterRegistration(Client registered) {
        return List.of();
    }

    /** As {@link #afterRegistration}. */
    default List<Change<?>> afterCorrection(Client before, Client corrected) {
        return List.of();
    }
}
