package io.hairline.portal.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a service says of a field of a request, or of a column in a line of a table.
 *
 * @param line of the table; 0 elsewhere
 */
public record FieldError(
        long line,
        String field,
        String message,
        @Nullable String code,
        @Nullable List<String> values) {

    public static FieldError of(JsonNode error) {
        return new FieldError(
                error.path("line").asLong(0),
                error.path("field").asString(""),
                error.path("message").asString(""),
                error.path("code").asString(""),
                error.path("values").valueStream().map(it -> it.asString("")).toList());
    }

    /** In the reader's language. */
    public String words() {
        return FieldWords.said(
                Objects.requireNonNullElse(code, ""), Objects.requireNonNullElse(values, List.of()), message);
    }
}
