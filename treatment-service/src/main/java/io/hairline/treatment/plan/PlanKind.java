package io.hairline.treatment.plan;

/** How long it is to last: years, or until the hair is back. */
public enum PlanKind {
    PERMANENT,
    TEMPORARY
}
