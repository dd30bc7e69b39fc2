package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A practitioner's permission to work in one jurisdiction: {@code lic_} and a ULID in lower case. */
public record LicenceId(@JsonValue String value) implements Id {

    public static final String PREFIX = "lic";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LicenceId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
