package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An appointment of the time before a clinic joined the brand: {@code pst_} and a ULID in lower case. */
public record PastAppointmentId(@JsonValue String value) implements Id {

    public static final String PREFIX = "pst";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PastAppointmentId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
