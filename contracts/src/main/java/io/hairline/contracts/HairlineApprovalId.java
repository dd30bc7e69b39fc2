package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A client's signature under a hairline as it was drawn: {@code hla_} and a ULID in lower case. */
public record HairlineApprovalId(@JsonValue String value) implements Id {

    public static final String PREFIX = "hla";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HairlineApprovalId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
