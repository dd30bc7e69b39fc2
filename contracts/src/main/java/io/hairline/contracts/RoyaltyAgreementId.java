package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a clinic's owner pays the brand: {@code rag_} and a ULID in lower case. */
public record RoyaltyAgreementId(@JsonValue String value) implements Id {

    public static final String PREFIX = "rag";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoyaltyAgreementId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
