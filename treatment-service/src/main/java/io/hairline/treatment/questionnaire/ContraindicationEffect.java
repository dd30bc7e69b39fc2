package io.hairline.treatment.questionnaire;

/** What a yes means for a treatment. */
public enum ContraindicationEffect {
    /** Not at all while it is so. */
    BLOCK,
    /** With a doctor's note. */
    DOCTORS_NOTE,
    /** Later. */
    WAIT,
    /** Nothing for the treatment; how long the colour will last depends on it. */
    NONE
}
