package io.hairline.booking.table;

/** What the lines of a table are. */
public enum TableKind {
    CLIENTS,
    PAST_APPOINTMENTS
}
