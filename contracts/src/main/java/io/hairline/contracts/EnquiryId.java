package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A question of somebody who is no client yet: {@code enq_} and a ULID in lower case. */
public record EnquiryId(@JsonValue String value) implements Id {

    public static final String PREFIX = "enq";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EnquiryId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
