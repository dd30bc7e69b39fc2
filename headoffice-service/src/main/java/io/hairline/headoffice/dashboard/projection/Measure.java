package io.hairline.headoffice.dashboard.projection;

/** What is summed per clinic and local day; money in minor units, per currency. */
public enum Measure {
    BOOKINGS,
    BOOKED_MINUTES,
    LEAD_DAYS,
    COMPLETED_VISITS,
    NO_SHOWS,
    NO_SHOW_MINUTES,
    LATE_CANCELLATIONS,
    REBOOKED_VISITS,
    IN_COURSE_VISITS,
    IN_COURSE_REBOOKED,
    AFTER_COURSE_VISITS,
    AFTER_COURSE_REBOOKED,
    FREED_TIMES,
    REFILLED_TIMES,
    WAITLIST_SAVED,
    SESSIONS,
    SESSIONS_WITH_CONSENT,
    SESSIONS_WITH_LOTS,
    ADVERSE_EVENTS,
    SESSION_GAPS,
    SESSION_GAPS_IN_WINDOW,
    REVENUE,
    COLLECTED,
    CONSULTATIONS,
    CONSULTATIONS_TO_COURSE,
    COURSES_STARTED,
    COURSES_COMPLETED,
    COURSES_FINISHED,
    EARLY_TOUCH_UPS,
    TOUCH_UPS_FALLEN_DUE,
    TOUCH_UPS_OPEN,
    TOUCH_UPS_TREATED,
    MESSAGES_SENT,
    MESSAGES_DELIVERED,
    MESSAGES_FAILED,
    MESSAGES_STALE;

    private static final char COLON = ':';

    public String in(String currency) {
        return name() + COLON + currency;
    }
}
