package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A freed slot offered to somebody on the waitlist: {@code ofr_} and a ULID in lower case. */
public record OfferId(@JsonValue String value) implements Id {

    public static final String PREFIX = "ofr";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfferId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
