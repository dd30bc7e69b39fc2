package io.hairline.notification.ledger;

/** What a message is for; its words are in the bundles under this name. */
public enum MessageTemplate {
    BOOKING_CONFIRMED(MessageClass.TRANSACTIONAL),
    APPOINTMENT_RESCHEDULED(MessageClass.TRANSACTIONAL),
    APPOINTMENT_CANCELLED(MessageClass.TRANSACTIONAL),
    REMINDER_7_DAYS(MessageClass.TRANSACTIONAL),
    REMINDER_48_HOURS(MessageClass.TRANSACTIONAL),
    REMINDER_24_HOURS(MessageClass.TRANSACTIONAL),
    REMINDER_2_HOURS(MessageClass.TRANSACTIONAL),
    MISSED_YOU(MessageClass.TRANSACTIONAL),
    PATCH_TEST_READING(MessageClass.CARE),
    AFTERCARE_DAY_0(MessageClass.CARE),
    AFTERCARE_DAY_3(MessageClass.CARE),
    AFTERCARE_DAY_5(MessageClass.CARE),
    AFTERCARE_DAY_10(MessageClass.CARE),
    AFTERCARE_DAY_28(MessageClass.CARE),
    TOUCH_UP_DUE(MessageClass.CARE),
    FADE_CHECK_DUE(MessageClass.CARE),
    DEPOSIT_AWAITED(MessageClass.TRANSACTIONAL),
    COURSE_NOT_BOOKED(MessageClass.TRANSACTIONAL),
    SELF_CHECK(MessageClass.CARE),
    WAITLIST_OFFER(MessageClass.TRANSACTIONAL),
    READINESS_BLOCKED(MessageClass.TRANSACTIONAL),
    RECALL_NOTICE(MessageClass.TRANSACTIONAL),
    RECALL_WITHDRAWN(MessageClass.TRANSACTIONAL),
    CHART_OPENED(MessageClass.TRANSACTIONAL);

    private final MessageClass messageClass;

    MessageTemplate(MessageClass messageClass) {
        this.messageClass = messageClass;
    }

    public MessageClass messageClass() {
        return messageClass;
    }
}
