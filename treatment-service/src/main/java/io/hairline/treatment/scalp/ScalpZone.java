package io.hairline.treatment.scalp;

/** The parts of the scalp that are worked on. */
public enum ScalpZone {
    FRONTAL_HAIRLINE,
    TEMPLE_LEFT,
    TEMPLE_RIGHT,
    FORELOCK,
    MID_SCALP,
    CROWN,
    PARIETAL_LEFT,
    PARIETAL_RIGHT,
    OCCIPITAL,
    SIDEBURNS,
    SCAR
}
