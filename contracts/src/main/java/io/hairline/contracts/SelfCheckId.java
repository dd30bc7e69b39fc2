package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A yearly question to a client about the colour: {@code sch_} and a ULID in lower case. */
public record SelfCheckId(@JsonValue String value) implements Id {

    public static final String PREFIX = "sch";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SelfCheckId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
