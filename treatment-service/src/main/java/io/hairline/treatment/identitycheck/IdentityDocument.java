package io.hairline.treatment.identitycheck;

/** What she showed. */
enum IdentityDocument {
    PASSPORT,
    ID_CARD,
    DRIVING_LICENCE
}
