package io.hairline.headoffice.dashboard.projection;

/** What is summed per clinic and local day; money in minor units, per currency. */
public enum Measure {
    BOOKINGS,
    BOOKED_MINUTES,
    LEAD_DAYS,
    COMPLETED_VISITS,
    NO_SHOWS,
    LATE_CANCELLATIONS,
    REBOOKED_VISITS,
    SESSIONS,
    ADVERSE_EVENTS,
    SESSION_GAPS,
    SESSION_GAPS_IN_WINDOW,
    REVENUE,
    COLLECTED,
    CONSULTATIONS,
    CONSULTATIONS_TO_COURSE,
    COURSES_STARTED,
    COURSES_COMPLETED,
    TOUCH_UPS_FALLEN_DUE,
    TOUCH_UPS_OPEN,
    TOUCH_UPS_TREATED,
    MESSAGES_SENT,
    MESSAGES_DELIVERED,
    MESSAGES_STALE;

    private static final char COLON = ':';

    public String in(String currency) {
        return name() + COLON + currency;
    }
}
