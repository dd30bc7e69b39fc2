package io.hairline.treatment.consent;

/** What a client may agree to, each by itself. */
public enum ConsentPurpose {
    TREATMENT,
    CLINICAL_PHOTO,
    MARKETING_PHOTO,
    SHARING,
    MESSAGES
}
