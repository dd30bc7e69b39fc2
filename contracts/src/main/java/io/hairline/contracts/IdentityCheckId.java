package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A look at somebody's identity document: {@code idc_} and a ULID in lower case. */
public record IdentityCheckId(@JsonValue String value) implements Id {

    public static final String PREFIX = "idc";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IdentityCheckId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
