package io.hairline.treatment.consultation;

/** Why the client comes. */
public enum Indication {
    FULL_SHAVE,
    THINNING,
    DENSITY,
    RECEDING,
    SCAR,
    ALOPECIA,
    AFTER_CHEMOTHERAPY
}
