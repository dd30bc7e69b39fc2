package io.hairline.notification.delivery;

import io.hairline.contracts.ClientId;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.contact.Contacts;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.preference.Preferences;
import io.hairline.notification.preference.StoredPreferences;
import io.hairline.notification.rendering.MessageRenderer;
import io.hairline.notification.schedule.MessageSchedule;
import io.hairline.notification.schedule.MessageTrigger;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a due message once more, in the moment before it leaves. */
@Component
class PreSendCheck {

    private final MessageSchedule schedule;
    private final ConsumerRegistry consumerRegistry;
    private final Contacts contacts;
    private final StoredPreferences preferenceBook;
    private final MessageRenderer letterWriter;
    private final Clock clock;

    PreSendCheck(
            MessageSchedule schedule,
            ConsumerRegistry consumerRegistry,
            Contacts contacts,
            StoredPreferences preferenceBook,
            MessageRenderer letterWriter,
            Clock clock) {
        this.schedule = schedule;
        this.consumerRegistry = consumerRegistry;
        this.contacts = contacts;
        this.preferenceBook = preferenceBook;
        this.letterWriter = letterWriter;
        this.clock = clock;
    }

    SendDecision judge(Message message) {
        Instant now = clock.instant();
        if (!now.isBefore(message.usefulUntil())) {
            return new SendDecision.Expire("TOO_LATE");
        }
        if (consumerRegistry.isBehind(message.source(), message.subject())) {
            return new SendDecision.Wait();
        }
        Optional<MessageTrigger> occasion = schedule.find(message.subject());
        if (occasion.isEmpty()
                || MessageSchedule.draftOf(message, occasion.get()).isEmpty()) {
            return new SendDecision.Supersede("NO_LONGER_SO");
        }
        return judge(message, occasion.get(), now);
    }

    private SendDecision judge(Message message, MessageTrigger occasion, Instant now) {
        ClientId client = occasion.clientId();
        Optional<Contact> contact = contacts.find(client);
        if (contact.isEmpty()) {
            return contacts.isErased(client) ? new SendDecision.Suppress("ERASED") : new SendDecision.Wait();
        }
        Preferences preferences = preferenceBook.of(client);
        if (!preferences.wants(message.template().messageClass(), message.channel())) {
            return new SendDecision.Suppress("NOT_WANTED");
        }
        Contact her = contact.get();
        if (message.channel() == Channel.EMAIL) {
            if (her.details().email().isBlank()) {
                return new SendDecision.Suppress("NO_ADDRESS");
            }
            Instant awake = message.answer() ? now : preferences.quiet().wakingFrom(now, her.zone());
            if (awake.isAfter(now)) {
                return awake.isBefore(message.usefulUntil())
                        ? new SendDecision.Defer(awake, "QUIET_HOURS")
                        : new SendDecision.Expire("QUIET_HOURS");
            }
        }
        String chosen = preferences.language();
        Locale language = chosen == null ? her.language() : Locale.forLanguageTag(chosen);
        return new SendDecision.Go(her, letterWriter.write(message.template(), occasion, her, language));
    }
}
