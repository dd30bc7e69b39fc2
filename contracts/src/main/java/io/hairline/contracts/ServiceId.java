package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An entry of the brand's catalogue: {@code svc_} and a ULID in lower case. */
public record ServiceId(@JsonValue String value) implements Id {

    public static final String PREFIX = "svc";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ServiceId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
