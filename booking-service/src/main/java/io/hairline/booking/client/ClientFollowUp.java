package io.hairline.booking.client;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.KeptData;
import io.hairline.kit.events.Change;
import java.util.List;

/** What else happens in the transaction that registers or corrects a client. */
public interface ClientFollowUp {

    /** The transaction may run again, so the only side effects allowed are writes that take part in it. */
    default List<Change<?>> afterRegistration(List<Client> registered) {
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

    /**
     * Erases what the capability holds of a client, in the transaction that erases the client, or refuses it.
     *
     * @param client still with everything that is known
     */
    default Erased onErasure(Client client) {
        return Erased.NOTHING;
    }

    /**
     * Removes what {@link #onErasure} kept of a client until a day, once that day is over.
     *
     * @param whatCode under which it was kept
     */
    default void afterRetention(ClientId erased, String whatCode) {}

    /**
     * What one capability has erased and keeps.
     *
     * @param erased codes of what was there
     * @param changes what happens to other aggregates
     */
    record Erased(List<String> erased, List<KeptData> kept, List<Change<?>> changes) {

        /** There was nothing. */
        public static final Erased NOTHING = new Erased(List.of(), List.of(), List.of());

        /**
         * What was erased under one code.
         *
         * @param count how many of them there were; with none, there was nothing
         */
        public static Erased of(String code, long count) {
            return count == 0 ? NOTHING : new Erased(List.of(code), List.of(), List.of());
        }

        /** Only keeps something. */
        public static Erased kept(KeptData kept) {
            return new Erased(List.of(), List.of(kept), List.of());
        }
    }

    /** As {@link #afterRegistration}. */
    default List<Change<?>> afterCorrection(Client before, Client corrected) {
        return List.of();
    }
}
