package io.hairline.kit.consumer;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far one consumer has seen one aggregate.
 *
 * @param id consumer and aggregate
 * @param version the last version handled; not higher is a repeat
 * @param parked whether events of this aggregate are parked
 */
@Document(InboxEntry.COLLECTION)
@TypeAlias("kit.seen")
record InboxEntry(@Id String id, long version, boolean parked) {

    static final String COLLECTION = "inbox";

    static InboxEntry nothing(String id) {
        return new InboxEntry(id, 0, false);
    }

    /** A repeat, if so; what was seen stays seen. */
    boolean has(ReceivedEvent event) {
        return event.version() <= version;
    }

    InboxEntry upTo(long handled) {
        return new InboxEntry(id, handled, parked);
    }

    InboxEntry withParked(boolean any) {
        return new InboxEntry(id, version, any);
    }
}
