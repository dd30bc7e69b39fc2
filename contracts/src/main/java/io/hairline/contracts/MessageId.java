package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One message to one client: {@code msg_} and a ULID in lower case. */
public record MessageId(@JsonValue String value) implements Id {

    public static final String PREFIX = "msg";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
