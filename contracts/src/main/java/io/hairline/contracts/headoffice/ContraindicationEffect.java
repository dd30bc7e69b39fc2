package io.hairline.contracts.headoffice;

/** What a yes to a question about health means for a treatment. */
public enum ContraindicationEffect {
    /** Not at all while it is so. */
    BLOCK,
    /** With a doctor's note. */
    DOCTORS_NOTE,
    /** Later: after a number of days. */
    WAIT,
    /** The practitioner looks at the answer before starting. */
    WARN,
    /** Nothing for the treatment. */
    NONE
}
