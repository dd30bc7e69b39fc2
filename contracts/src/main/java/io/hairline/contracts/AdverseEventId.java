package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A harm that may come from a treatment: {@code adv_} and a ULID in lower case. */
public record AdverseEventId(@JsonValue String value) implements Id {

    public static final String PREFIX = "adv";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AdverseEventId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
