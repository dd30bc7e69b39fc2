package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A test of the skin before the first session: {@code pat_} and a ULID in lower case. */
public record PatchTestId(@JsonValue String value) implements Id {

    public static final String PREFIX = "pat";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PatchTestId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
