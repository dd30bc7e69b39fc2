package io.hairline.treatment.touchup;

/** How far a touch-up is. */
public enum TouchUpStatus {
    PLANNED,
    DUE,
    CONTACTED,
    BOOKED,
    CLOSED;

    boolean isWaiting() {
        return this == PLANNED || this == DUE || this == CONTACTED;
    }
}
