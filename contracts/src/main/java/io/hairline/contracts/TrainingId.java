package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A training that a practitioner has done: {@code trn_} and a ULID in lower case. */
public record TrainingId(@JsonValue String value) implements Id {

    public static final String PREFIX = "trn";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TrainingId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
