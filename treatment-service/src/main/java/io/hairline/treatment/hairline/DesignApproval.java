package io.hairline.treatment.hairline;

/** How far the client has approved the hairline of a consultation. */
public enum DesignApproval {
    /** There is nothing to approve, and never was. */
    NO_DESIGN,
    /** A hairline was drawn, and corrected away before the client approved any. */
    REMOVED,
    /** A hairline was corrected away that the client had approved, or that replaced one. */
    REMOVED_AFTER_APPROVAL,
    MISSING,
    /** The client approved another design, which this one replaced since. */
    OUTDATED,
    APPROVED
}
