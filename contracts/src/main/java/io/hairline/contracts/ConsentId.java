package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A consent that a client signed: {@code cns_} and a ULID in lower case. */
public record ConsentId(@JsonValue String value) implements Id {

    public static final String PREFIX = "cns";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConsentId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
