package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A device of one clinic that only one appointment can use at a time: {@code dev_} and a ULID in lower case. */
public record DeviceId(@JsonValue String value) implements Id {

    public static final String PREFIX = "dev";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
