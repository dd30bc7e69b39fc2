package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A treatment plan with its exact prices: {@code pln_} and a ULID in lower case. */
public record PlanId(@JsonValue String value) implements Id {

    public static final String PREFIX = "pln";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlanId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
