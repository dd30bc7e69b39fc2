package io.hairline.treatment.adverseevent;

/** How an adverse event ended. */
public enum Outcome {
    RECOVERED,
    RECOVERED_WITH_TRACES,
    NOT_CAUSED_BY_TREATMENT,
    UNKNOWN
}
