package io.hairline.treatment.session;

/** Whether she still sits in the chair. */
public enum SessionStatus {
    IN_PROGRESS,
    COMPLETED
}
