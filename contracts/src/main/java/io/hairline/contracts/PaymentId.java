package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Money that a client paid, or tried to: {@code pay_} and a ULID in lower case. */
public record PaymentId(@JsonValue String value) implements Id {

    public static final String PREFIX = "pay";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
