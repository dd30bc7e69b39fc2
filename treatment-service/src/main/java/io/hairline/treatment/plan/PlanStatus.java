package io.hairline.treatment.plan;

/** How far a plan has come. */
public enum PlanStatus {
    PROPOSED,
    ACCEPTED,
    FULFILLED
}
