package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A client's answers about their health: {@code qst_} and a ULID in lower case. */
public record QuestionnaireId(@JsonValue String value) implements Id {

    public static final String PREFIX = "qst";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QuestionnaireId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
