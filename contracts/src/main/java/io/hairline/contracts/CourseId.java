package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The sessions of one treatment plan, booked together: {@code crs_} and a ULID in lower case. */
public record CourseId(@JsonValue String value) implements Id {

    public static final String PREFIX = "crs";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CourseId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
