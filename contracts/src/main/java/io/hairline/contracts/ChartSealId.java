package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A seal over the heads of charts: {@code sea_} and a ULID in lower case. */
public record ChartSealId(@JsonValue String value) implements Id {

    public static final String PREFIX = "sea";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChartSealId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
