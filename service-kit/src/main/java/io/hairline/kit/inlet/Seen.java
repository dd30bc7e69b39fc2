package io.hairline.kit.inlet;

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
@Document(Seen.COLLECTION)
@TypeAlias("kit.seen")
record Seen(@Id String id, long version, boolean parked) {

    static final String COLLECTION = "inbox";

    static Seen nothing(String id) {
        return new Seen(id, 0, false);
    }

    /** A repeat, if so; what was seen stays seen. */
    boolean has(Received event) {
        return event.version() <= version;
    }

    Seen upTo(long handled) {
        return new Seen(id, handled, parked);
    }

    Seen withParked(boolean any) {
        return new Seen(id, version, any);
    }
}
