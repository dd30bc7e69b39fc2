package io.hairline.treatment.plan;

/** How long it is to last: years, or until her hair is back. */
public enum PlanKind {
    PERMANENT,
    TEMPORARY
}
