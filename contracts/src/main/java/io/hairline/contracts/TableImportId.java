package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A table whose lines are being stored, or were: {@code imp_} and a ULID in lower case. */
public record TableImportId(@JsonValue String value) implements Id {

    public static final String PREFIX = "imp";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TableImportId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
