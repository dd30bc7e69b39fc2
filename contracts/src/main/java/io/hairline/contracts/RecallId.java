package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A recall of a maker's batch in the whole brand: {@code rcl_} and a ULID in lower case. */
public record RecallId(@JsonValue String value) implements Id {

    public static final String PREFIX = "rcl";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecallId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
