package io.hairline.treatment.referencedata;

/** Where an appointment is in its life, as booking last told. */
public enum AppointmentStatus {
    HELD,
    CONFIRMED,
    CHECKED_IN,
    IN_CHAIR,
    COMPLETED,
    CANCELLED,
    NO_SHOW,
    EXPIRED;

    /** It may still take place, or takes place now. */
    public boolean isOpen() {
        return this == CONFIRMED || this == CHECKED_IN || this == IN_CHAIR;
    }
}
