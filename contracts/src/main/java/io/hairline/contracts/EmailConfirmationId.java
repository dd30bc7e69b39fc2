package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A confirmation of a client's e-mail address: {@code ecf_} and a ULID in lower case. */
public record EmailConfirmationId(@JsonValue String value) implements Id {

    public static final String PREFIX = "ecf";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailConfirmationId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
