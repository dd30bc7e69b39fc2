package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A client's time in the diary; a hold shares everything behind the prefix: {@code apt_} and a ULID in lower case. */
public record AppointmentId(@JsonValue String value) implements Id {

    public static final String PREFIX = "apt";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AppointmentId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
