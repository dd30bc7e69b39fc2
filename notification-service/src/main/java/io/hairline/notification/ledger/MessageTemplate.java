package io.hairline.notification.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    CHART_OPENED(MessageClass.TRANSACTIONAL),
    EMAIL_CONFIRMATION(MessageClass.TRANSACTIONAL, List.of(Channel.EMAIL));

    private static final List<Channel> ALL = List.of(Channel.values());

    private final MessageClass messageClass;
    private final @Nullable List<Channel> only;

    MessageTemplate(MessageClass messageClass) {
        this(messageClass, null);
    }

    MessageTemplate(MessageClass messageClass, @Nullable List<Channel> only) {
        this.messageClass = messageClass;
        this.only = only;
    }

    /** On which channels it makes sense. */
    public List<Channel> channels() {
        return only == null ? ALL : only;
    }

    /** Whether it is about one channel, and so goes out on that, whatever the client prefers. */
    public boolean isAboutItsChannel() {
        return only != null;
    }

    public MessageClass messageClass() {
        return messageClass;
    }
}
