package io.hairline.booking.appointment;

/** Where an appointment stands; the first four take time from the diary. */
public enum Status {
    HELD,
    CONFIRMED,
    CHECKED_IN,
    IN_CHAIR,
    COMPLETED,
    CANCELLED,
    LATE_CANCELLED,
    NO_SHOW,
    EXPIRED;

    public boolean isActive() {
        return switch (this) {
            case HELD, CONFIRMED, CHECKED_IN, IN_CHAIR -> true;
            case COMPLETED, CANCELLED, LATE_CANCELLED, NO_SHOW, EXPIRED -> false;
        };
    }
}
