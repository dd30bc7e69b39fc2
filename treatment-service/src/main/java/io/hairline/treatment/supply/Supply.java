package io.hairline.treatment.supply;

/** How a clinic stands with a kind of material on a day. */
public enum Supply {
    USABLE,
    /** There is some, none that could be used that day, and some of it is recalled. */
    RECALLED,
    /** There is some, and none that could be used that day, and some of it is in quarantine. */
    QUARANTINED,
    /** There is some, past its last day then. */
    EXPIRED,
    /** There is none at all. */
    NONE;

    /** Somebody held it back, so that a client who comes can't be treated. */
    public boolean isHeldBack() {
        return this == RECALLED || this == QUARANTINED;
    }

    /** What was there may not be used: a change that somebody has to hear of. */
    public boolean isLost() {
        return isHeldBack() || this == EXPIRED;
    }
}
