package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What was written into a client's chart outside a session: {@code ent_} and a ULID in lower case. */
public record ChartEntryId(@JsonValue String value) implements Id {

    public static final String PREFIX = "ent";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChartEntryId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
