package io.hairline.treatment.lot;

/** Whether a lot can be drawn from. */
public enum LotStatus {
    RECEIVED,
    IN_USE,
    QUARANTINED,
    RECALLED,
    /** Past its day in its clinic; never stored, since no event makes it so. */
    EXPIRED,
    EMPTY;

    boolean isUsable() {
        return this == RECEIVED || this == IN_USE;
    }
}
