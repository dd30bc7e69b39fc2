package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A task of a clinic's desk: {@code tsk_} and a ULID in lower case. */
public record TaskId(@JsonValue String value) implements Id {

    public static final String PREFIX = "tsk";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
