package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A region that head office watches as one: {@code reg_} and a ULID in lower case. */
public record RegionId(@JsonValue String value) implements Id {

    public static final String PREFIX = "reg";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegionId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
