package io.hairline.treatment.chartentry;

/** What an entry is. */
enum EntryKind {
    ALLERGY,
    DOCTORS_NOTE,
    NOTE
}
