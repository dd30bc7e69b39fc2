package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The legal owner (franchisee) of one or more clinics: {@code own_} and a ULID in lower case. */
public record OwnerId(@JsonValue String value) implements Id {

    public static final String PREFIX = "own";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OwnerId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
