package io.hairline.booking.table;

import io.hairline.kit.Refusal;
import io.hairline.kit.input.FieldMessage;
import java.util.List;

/**
 * What is wrong with a line, and what to do.
 *
 * @param code what the message is called in every language
 * @param values the parts of the message that differ from case to case
 */
public record LineError(long line, String field, String message, String code, List<String> values) {

    /**
     * A refusal of one line.
     *
     * @param field the column that is meant where the refusal names none
     */
    public static LineError of(Table.Line line, Refusal e, String field) {
        FieldMessage it = FieldMessage.of(e, field).getFirst();
        return new LineError(line.number(), it.field(), it.message(), it.code(), it.values());
    }

    /** The refusal of a table of which nothing is stored. */
    public static Refusal refused(List<LineError> errors) {
        return Refusal.rule(
                        "import-refused",
                        "Nothing is stored: %s. A dry run lists what is wrong beforehand."
                                .formatted(
                                        errors.size() == 1
                                                ? "1 line isn't as it must be"
                                                : errors.size() + " lines aren't as they must be"))
                .with("accepted", 0)
                .with("lines", errors);
    }
}
