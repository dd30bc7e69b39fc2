package io.hairline.kit.input;

import io.hairline.kit.Refusal;
import java.util.List;

/**
 * Something wrong in one line of a table.
 *
 * @param line as an editor counts it, the header being 1
 * @param field the column, or what the reader of the table calls the whole line
 * @param code what the message is called in every language; a problem's name where the line as a whole is refused
 * @param values the parts of the message that differ from case to case
 */
public record LineError(long line, String field, String message, String code, List<String> values) {

    public LineError {
        values = List.copyOf(values);
    }

    /**
     * One for each field that the refusal of a line names.
     *
     * @param whole the field that is meant where it names none
     */
    public static List<LineError> of(long line, Refusal refusal, String whole) {
        return refusal.errors().isEmpty()
                ? List.of(new LineError(line, whole, refusal.detail(), refusal.slug(), List.of()))
                : refusal.errors().stream()
                        .map(FieldMessage::of)
                        .map(it -> new LineError(line, it.field(), it.message(), it.code(), it.values()))
                        .toList();
    }
}
