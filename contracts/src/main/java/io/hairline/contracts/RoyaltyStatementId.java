package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a clinic owes for one month: {@code rst_} and a ULID in lower case. */
public record RoyaltyStatementId(@JsonValue String value) implements Id {

    public static final String PREFIX = "rst";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoyaltyStatementId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
