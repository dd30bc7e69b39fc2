package io.hairline.treatment.identitycheck;

/** What the client showed. */
enum IdentityDocument {
    PASSPORT,
    ID_CARD,
    DRIVING_LICENCE
}
