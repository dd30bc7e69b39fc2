package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A photo of a scalp: {@code pho_} and a ULID in lower case. */
public record PhotoId(@JsonValue String value) implements Id {

    public static final String PREFIX = "pho";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhotoId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
