package io.hairline.headoffice.csv;

import io.hairline.kit.input.LineError;
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

    public CsvReport {
        errors = List.copyOf(errors);
    }
}
