package io.hairline.booking.table;

import java.util.List;

/**
 * Stores the lines of one kind of table.
 *
 * @param <R> a line that was checked, which is sealed as JSON until it is stored
 */
public interface TableWriter<R> {

    TableKind kind();

    Class<R> lineType();

    /**
     * Called in the transaction that also counts the lines, and again if it fails. What was stored otherwise meanwhile is
     * passed over.
     *
     * @param by who sent the table
     */
    void write(List<R> lines, String by);
}
