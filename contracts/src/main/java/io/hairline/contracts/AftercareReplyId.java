package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A question that a client sent back to an aftercare message: {@code afr_} and a ULID in lower case. */
public record AftercareReplyId(@JsonValue String value) implements Id {

    public static final String PREFIX = "afr";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AftercareReplyId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
