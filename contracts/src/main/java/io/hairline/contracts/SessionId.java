package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What was done in the chair: {@code ses_} and a ULID in lower case. */
public record SessionId(@JsonValue String value) implements Id {

    public static final String PREFIX = "ses";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
