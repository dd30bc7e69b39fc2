package io.hairline.treatment.consultation;

/** Male pattern by Norwood and Hamilton. */
public enum Norwood {
    I,
    II,
    III,
    III_VERTEX,
    IV,
    V,
    VI,
    VII
}
