package io.hairline.notification.rendering;

import io.hairline.contracts.notification.LetterLink;
import io.hairline.kit.security.SecurityProperties;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.link.LetterLinks;
import io.hairline.notification.schedule.MessageTrigger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where a message leads: the page on which the client can do what it speaks of. */
@Component
class MessageLinks {

    private final MessageSource words;
    private final LetterLinks letterLinks;
    private final String portal;

    MessageLinks(MessageSource letterWords, LetterLinks letterLinks, SecurityProperties brand) {
        this.words = letterWords;
        this.letterLinks = letterLinks;
        this.portal = brand.issuer();
    }

    /** What the client can do now. */
    public record Link(String label, String address) {}

    @Nullable Link of(Message message, MessageTrigger trigger, Locale language) {
        if (leadsToAppointment(message)) {
            return link("change", "/a/" + letterLinks.secretOf(message), language);
        }
        return switch (message.template()) {
            case TOUCH_UP_DUE -> link("book", "/book?touchUp=" + trigger.subject(), language);
            case BOOKING_CONFIRMED,
                    APPOINTMENT_RESCHEDULED,
                    REMINDER_7_DAYS,
                    REMINDER_48_HOURS,
                    REMINDER_24_HOURS,
                    REMINDER_2_HOURS -> link("change", "/me", language);
            case READINESS_BLOCKED, RECALL_NOTICE, RECALL_WITHDRAWN, CHART_OPENED, COURSE_NOT_BOOKED ->
                link("me", "/me", language);
            case AFTERCARE_DAY_0, AFTERCARE_DAY_3, AFTERCARE_DAY_5, AFTERCARE_DAY_10, AFTERCARE_DAY_28 ->
                link("ask", "/me/aftercare", language);
            case DEPOSIT_AWAITED -> link("deposit", "/me/courses/" + trigger.subject() + "/deposit", language);
            case SELF_CHECK -> link("self-check", "/me/colour", language);
            case WAITLIST_OFFER -> link("offer", "/me/waitlist", language);
            case MISSED_YOU, APPOINTMENT_CANCELLED, FADE_CHECK_DUE -> link("book", "/book", language);
            case EMAIL_CONFIRMATION -> link("confirm", "/e/" + letterLinks.secretOf(message), language);
            case PATCH_TEST_READING -> null; // it is shown to the clinic
        };
    }

    /** The link with a secret that is in the letter to this contact; absent if there is none. */
    @Nullable LetterLink withSecret(Message message, Contact contact) {
        return leadsToAppointment(message) || message.template() == MessageTemplate.EMAIL_CONFIRMATION
                ? letterLinks.of(message, contact)
                : null;
    }

    /** A letter by mail leads to the appointment itself; readers of the inbox are logged in, and so is their link. */
    private static boolean leadsToAppointment(Message message) {
        return message.channel() == Channel.EMAIL
                && (message.template() == MessageTemplate.BOOKING_CONFIRMED
                        || message.template() == MessageTemplate.APPOINTMENT_RESCHEDULED);
    }

    private Link link(String label, String page, Locale language) {
        return new Link(words.getMessage("link." + label, null, language), portal + page);
    }
}
