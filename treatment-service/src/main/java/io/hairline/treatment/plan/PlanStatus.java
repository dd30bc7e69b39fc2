package io.hairline.treatment.plan;

/** How far a plan has come. */
public enum PlanStatus {
    PROPOSED,
    /** A newer one of its kind was proposed for the same consultation; never stored, for no event of its own says so. */
    SUPERSEDED,
    ACCEPTED,
    FULFILLED
}
