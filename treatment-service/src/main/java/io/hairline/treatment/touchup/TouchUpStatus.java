package io.hairline.treatment.touchup;

/** How far a touch-up is. */
public enum TouchUpStatus {
    PLANNED,
    DUE,
    CONTACTED,
    BOOKED,
    /** The client was treated, and the next one is planned; or a temporary colour was looked at or has faded. */
    CLOSED,
    /** The client doesn't want it. */
    DECLINED,
    /** Its window went by. */
    LOST;

    boolean isOver() {
        return this == CLOSED || this == DECLINED || this == LOST;
    }

    boolean isWaiting() {
        return this == PLANNED || this == DUE || this == CONTACTED;
    }
}
