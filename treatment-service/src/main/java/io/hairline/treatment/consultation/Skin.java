package io.hairline.treatment.consultation;

/** What the skin is like; colour fades sooner in oily skin. */
public enum Skin {
    NORMAL,
    DRY,
    COMBINATION,
    OILY
}
