package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A look at how the skin has healed: {@code hea_} and a ULID in lower case. */
public record HealingAssessmentId(@JsonValue String value) implements Id {

    public static final String PREFIX = "hea";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HealingAssessmentId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
