package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One maker's batch of pigment or needles in one clinic: {@code lot_} and a ULID in lower case. */
public record LotId(@JsonValue String value) implements Id {

    public static final String PREFIX = "lot";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LotId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
