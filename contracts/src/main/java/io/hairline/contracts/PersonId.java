package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Somebody who works for the brand and may log in: {@code per_} and a ULID in lower case. */
public record PersonId(@JsonValue String value) implements Id {

    public static final String PREFIX = "per";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
