package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A touch-up that a client will need: {@code tch_} and a ULID in lower case. */
public record TouchUpId(@JsonValue String value) implements Id {

    public static final String PREFIX = "tch";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TouchUpId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
