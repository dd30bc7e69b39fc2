package io.hairline.treatment.lot;

/** Whether a lot can be drawn from. */
public enum LotStatus {
    RECEIVED,
    IN_USE,
    QUARANTINED,
    /** A recall names its batch; never stored, since the recall is one document. */
    RECALLED,
    /** Past its last day in its clinic; never stored, since no event makes it so. */
    EXPIRED,
    EMPTY,
    DISPOSED;

    boolean isUsable() {
        return this == RECEIVED || this == IN_USE;
    }

    boolean isGone() {
        return this == EMPTY || this == DISPOSED;
    }
}
