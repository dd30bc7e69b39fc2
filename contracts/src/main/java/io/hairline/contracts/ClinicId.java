package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A clinic of the franchise: {@code cln_} and a ULID in lower case. */
public record ClinicId(@JsonValue String value) implements Id {

    public static final String PREFIX = "cln";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClinicId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
