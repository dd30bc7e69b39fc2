package io.hairline.treatment.session;

/** Whether the client still sits in the chair. */
public enum SessionStatus {
    IN_PROGRESS,
    COMPLETED,
    /** The start was a mistake and nothing was done. */
    START_UNDONE
}
