package io.hairline.headoffice.csv;

import java.util.List;

/** A kind of table that can be imported and exported; each is found by its name. */
public interface CsvTable {

    /** As the API names it, such as {@code clinics}. */
    String kind();

    /** The columns in the order of an export; an import may have them in any order. */
    List<String> columns();

    /** The first {@code most} lines of an export, each with as many values as there are columns. */
    List<List<String>> export(int most);

    /**
     * Looks at every line, and stores what all of them say if none is wrong.
     *
     * @param dryRun whether nothing is stored in any case
     */
    CsvReport read(List<CsvRow> rows, boolean dryRun);
}
