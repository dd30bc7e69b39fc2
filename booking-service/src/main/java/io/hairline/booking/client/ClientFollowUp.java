package io.hairline.booking.client;

import io.hairline.kit.events.Change;
import java.util.List;

/** What else happens in the transaction that registers or corrects a client. */
public interface ClientFollowUp {

    /** The transaction may run again, so the only side effects allowed are writes that take part in it. */
    default List<Change<?>> afterRegistration(Client registered) {
        return List.of();
    }

    /**
     * What else happens in the transaction that merges a client's record into another's, or refuses it.
     *
     * @param merged still stands for itself
     */
    default void beforeMerge(Client merged, Client survivor) {}

    /** What else happens in the transaction that undoes a merge. */
    default void afterUnmerge(Client unmerged) {}

    /** As {@link #afterRegistration}. */
    default List<Change<?>> afterCorrection(Client before, Client corrected) {
        return List.of();
    }
}
