package io.hairline.treatment.readiness;

/** How far one step is. */
public enum StepState {
    DONE,
    /** Somebody still has to do something. */
    MISSING,
    WARNING,
    /** Nothing anybody does today helps. */
    BLOCKED
}
