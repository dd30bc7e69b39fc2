package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A treatment chair (room) of one clinic: {@code chr_} and a ULID in lower case. */
public record ChairId(@JsonValue String value) implements Id {

    public static final String PREFIX = "chr";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChairId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
