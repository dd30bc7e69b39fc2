package io.hairline.portal.api;

import static io.hairline.portal.language.Texts.text;

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

    /** In the reader's language. A form has its choices to be seen, who writes a table needs the list. */
    public String words() {
        if (line > 0 && "choice".equals(code) && values != null && !values.isEmpty()) {
            return text("field.one-of", values.getFirst());
        }
        return FieldWords.said(
                Objects.requireNonNullElse(code, ""), Objects.requireNonNullElse(values, List.of()), message);
    }
}
