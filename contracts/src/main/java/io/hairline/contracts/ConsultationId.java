package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What was seen and wished for in a consultation: {@code con_} and a ULID in lower case. */
public record ConsultationId(@JsonValue String value) implements Id {

    public static final String PREFIX = "con";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConsultationId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
