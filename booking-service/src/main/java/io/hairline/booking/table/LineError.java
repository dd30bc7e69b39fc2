package io.hairline.booking.table;

import io.hairline.kit.Refusal;
import java.util.List;

/** What is wrong with a line, and what to do. */
public record LineError(long line, String field, String message) {

    /**
     * A refusal of one line.
     *
     * @param field the column that is meant where the refusal names none
     */
    public static LineError of(Table.Line line, Refusal e, String field) {
        return e.errors().stream()
                .findFirst()
                .map(it -> new LineError(line.number(), it.field(), it.message()))
                .orElseGet(() -> new LineError(line.number(), field, e.detail()));
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
