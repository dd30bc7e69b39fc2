package io.hairline.headoffice.csv;

import java.util.List;

/**
 * What an import says or would say.
 *
 * @param created how many things are new
 * @param changed how many known ones are different
 * @param unchanged how many are as the file says already
 * @param errors what is wrong, by line; with any, nothing is stored
 */
public record CsvReport(int created, int changed, int unchanged, List<LineError> errors) {

    /**
     * Something wrong in one line.
     *
     * @param line as an editor counts it, the header being 1
     * @param field the column, or empty where it is the whole line
     * @param code what the message is called in every language
     * @param values the parts of the message that differ from case to case
     */
    public record LineError(long line, String field, String message, String code, List<String> values) {}

    public CsvReport {
        errors = List.copyOf(errors);
    }
}
