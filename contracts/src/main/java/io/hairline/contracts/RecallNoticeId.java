package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What one client is owed because of a recall: to be told, and to have answered: {@code rcn_} and a ULID in lower case. */
public record RecallNoticeId(@JsonValue String value) implements Id {

    public static final String PREFIX = "rcn";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecallNoticeId {
        Id.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
