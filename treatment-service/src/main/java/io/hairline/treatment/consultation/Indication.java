package io.hairline.treatment.consultation;

/** Why she comes. */
public enum Indication {
    FULL_SHAVE,
    THINNING,
    DENSITY,
    RECEDING,
    SCAR,
    ALOPECIA,
    AFTER_CHEMOTHERAPY
}
