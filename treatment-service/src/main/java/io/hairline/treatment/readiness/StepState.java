package io.hairline.treatment.readiness;

/** How far one step is. */
public enum StepState {
    DONE,
    /** Somebody still has to do something. */
    MISSING,
    WARNING,
    /** It was in the way, and one of the staff answers for going on. */
    OVERRIDDEN,
    /** In the way; nothing that anybody does today helps, except an override where the step allows one. */
    BLOCKED
}
