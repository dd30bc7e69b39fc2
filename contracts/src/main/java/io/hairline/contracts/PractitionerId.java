package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person who treats, one calendar over all clinics: {@code prc_} and a ULID in lower case. */
public record PractitionerId(@JsonValue String value) implements Id {

    public static final String PREFIX = "prc";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PractitionerId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
