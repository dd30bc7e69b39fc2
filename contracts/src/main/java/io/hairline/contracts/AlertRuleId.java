package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A limit that a number of the dashboard may not cross: {@code alr_} and a ULID in lower case. */
public record AlertRuleId(@JsonValue String value) implements Id {

    public static final String PREFIX = "alr";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AlertRuleId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
