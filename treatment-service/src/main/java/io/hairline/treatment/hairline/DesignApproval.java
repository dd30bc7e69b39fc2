package io.hairline.treatment.hairline;

/** How far the client has approved the hairline of a consultation. */
public enum DesignApproval {
    /** There is nothing to approve. */
    NO_DESIGN,
    MISSING,
    /** The client approved another design, which this one replaced since. */
    OUTDATED,
    APPROVED
}
