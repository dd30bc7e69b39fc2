package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An invitation to book a touch-up; it shares everything behind the prefix with the touch-up: {@code inv_} and a ULID in lower case. */
public record InvitationId(@JsonValue String value) implements Id {

    public static final String PREFIX = "inv";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvitationId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
