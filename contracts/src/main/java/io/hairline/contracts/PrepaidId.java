package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A gift card or a client's prepaid credit: {@code ppd_} and a ULID in lower case. */
public record PrepaidId(@JsonValue String value) implements Id {

    public static final String PREFIX = "ppd";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PrepaidId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
