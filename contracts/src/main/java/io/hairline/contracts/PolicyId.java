package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A published set of the brand's rules and numbers: {@code pol_} and a ULID in lower case. */
public record PolicyId(@JsonValue String value) implements Id {

    public static final String PREFIX = "pol";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
