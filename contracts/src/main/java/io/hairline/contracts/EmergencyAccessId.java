package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An opening of a chart in an emergency: {@code emg_} and a ULID in lower case. */
public record EmergencyAccessId(@JsonValue String value) implements Id {

    public static final String PREFIX = "emg";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmergencyAccessId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
