package io.hairline.treatment.identitycheck;

/** What she showed. */
enum Paper {
    PASSPORT,
    ID_CARD,
    DRIVING_LICENCE
}
