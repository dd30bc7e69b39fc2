package io.hairline.treatment.adverseevent;

/** How bad a harm is. */
public enum Severity {
    MILD,
    MODERATE,
    SERIOUS
}
