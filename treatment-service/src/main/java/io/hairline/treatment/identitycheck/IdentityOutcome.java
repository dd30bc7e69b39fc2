package io.hairline.treatment.identitycheck;

/** What the last look at a client's identity document came to. */
public enum IdentityOutcome {
    UNCHECKED,
    CONFIRMED,
    /** The document names another date of birth than the client was registered with. */
    OTHER_BIRTH_DATE,
    /** The document says that the client isn't 18 yet. */
    UNDER_AGE
}
