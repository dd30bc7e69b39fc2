package io.hairline.notification.delivery;

import io.hairline.contracts.ClientId;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.contact.Contacts;
import io.hairline.notification.contact.MessageLanguages;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.Messages;
import io.hairline.notification.preference.MessageConsents;
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
    private final StoredPreferences storedPreferences;
    private final MessageConsents consents;
    private final MessageRenderer renderer;
    private final WakingHours wakingHours;
    private final Clock clock;

    PreSendCheck(
            MessageSchedule schedule,
            ConsumerRegistry consumerRegistry,
            Contacts contacts,
            StoredPreferences storedPreferences,
            MessageConsents consents,
            MessageRenderer renderer,
            WakingHours wakingHours,
            Clock clock) {
        this.schedule = schedule;
        this.consumerRegistry = consumerRegistry;
        this.contacts = contacts;
        this.storedPreferences = storedPreferences;
        this.consents = consents;
        this.renderer = renderer;
        this.wakingHours = wakingHours;
        this.clock = clock;
    }

    SendDecision decide(Message message) {
        Instant now = clock.instant();
        if (!now.isBefore(message.usefulUntil())) {
            return new SendDecision.Expire("TOO_LATE");
        }
        Optional<MessageTrigger> trigger = schedule.find(message.subject());
        String aggregate = trigger.map(MessageTrigger::aggregateId).orElse(message.subject());
        if (consumerRegistry.isBehind(message.source(), aggregate)) {
            return new SendDecision.Wait();
        }
        if (trigger.isEmpty() || MessageSchedule.draftOf(message, trigger.get()).isEmpty()) {
            return new SendDecision.Supersede("NO_LONGER_SO");
        }
        return decide(message, trigger.get(), now);
    }

    private SendDecision decide(Message message, MessageTrigger trigger, Instant now) {
        ClientId client = trigger.clientId();
        Optional<Contact> found = contacts.find(client);
        if (found.isEmpty()) {
            return contacts.isErased(client) ? new SendDecision.Suppress("ERASED") : new SendDecision.Wait();
        }
        Contact contact = found.get();
        if (trigger.contactVersion() > 0) {
            if (!contact.details().clientId().equals(client)) {
                return new SendDecision.Supersede("NO_LONGER_SO");
            }
            if (contact.details().version() < trigger.contactVersion()) {
                return new SendDecision.Wait();
            }
        }
        Preferences preferences = storedPreferences.of(client);
        if (!message.template().isAboutItsChannel()
                && !preferences.wants(message.template().messageClass(), message.channel())) {
            return new SendDecision.Suppress("NOT_WANTED");
        }
        if (message.template() == MessageTemplate.TOUCH_UP_DUE && consents.areWithdrawn(client)) {
            return new SendDecision.Suppress("CONSENT_WITHDRAWN");
        }
        if (message.channel() == Channel.EMAIL) {
            if (contact.details().email().isBlank()) {
                return new SendDecision.Suppress("NO_ADDRESS");
            }
            Instant awake = message.answer() ? now : wakingHours.next(now, preferences.quiet(), contact, trigger);
            if (awake.isAfter(now)) {
                return awake.isBefore(message.usefulUntil())
                        ? new SendDecision.Defer(awake, Messages.QUIET_HOURS)
                        : new SendDecision.Expire(Messages.QUIET_HOURS);
            }
        }
        Locale language =
                MessageLanguages.of(preferences.language(), contact.details().language());
        return new SendDecision.Go(contact, renderer.write(message, trigger, contact, language));
    }
}
