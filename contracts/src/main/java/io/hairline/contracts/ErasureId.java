package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A request to erase what is held of a client: {@code era_} and a ULID in lower case. */
public record ErasureId(@JsonValue String value) implements Id {

    public static final String PREFIX = "era";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ErasureId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
