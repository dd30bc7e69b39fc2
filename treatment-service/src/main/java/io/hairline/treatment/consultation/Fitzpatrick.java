package io.hairline.treatment.consultation;

/** Skin phototype: the lighter, the sooner a colour fades. */
public enum Fitzpatrick {
    I,
    II,
    III,
    IV,
    V,
    VI
}
