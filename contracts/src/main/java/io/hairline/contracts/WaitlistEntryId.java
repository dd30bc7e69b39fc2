package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A client's place on the waitlist: {@code wtl_} and a ULID in lower case. */
public record WaitlistEntryId(@JsonValue String value) implements Id {

    public static final String PREFIX = "wtl";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WaitlistEntryId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
