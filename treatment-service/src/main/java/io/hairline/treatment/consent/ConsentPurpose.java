package io.hairline.treatment.consent;

/** What she may agree to, each by itself. */
public enum ConsentPurpose {
    TREATMENT,
    CLINICAL_PHOTO,
    MARKETING_PHOTO,
    SHARING,
    MESSAGES
}
