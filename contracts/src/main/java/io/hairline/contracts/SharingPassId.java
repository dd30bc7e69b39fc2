package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What lets a clinic read the chart of a client who belongs elsewhere: {@code pas_} and a ULID in lower case. */
public record SharingPassId(@JsonValue String value) implements Id {

    public static final String PREFIX = "pas";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SharingPassId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
