package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person who is treated, one in the whole brand: {@code cli_} and a ULID in lower case. */
public record ClientId(@JsonValue String value) implements Id {

    public static final String PREFIX = "cli";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClientId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
