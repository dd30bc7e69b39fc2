package io.hairline.treatment.session;

/** Why the start of a session was a mistake. */
enum StartUndoReason {
    WRONG_APPOINTMENT,
    /** The client left, or isn't well, before anything was done. */
    NOT_TREATED,
    OTHER
}
