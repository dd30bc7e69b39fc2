package io.hairline.notification.delivery;

import io.hairline.contracts.ClientId;
import io.hairline.kit.inlet.Inlets;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.contact.Contacts;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.letter.LetterWriter;
import io.hairline.notification.preference.PreferenceBook;
import io.hairline.notification.preference.Preferences;
import io.hairline.notification.schedule.Occasion;
import io.hairline.notification.schedule.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a due message once more, in the moment before it leaves. */
@Component
class Judge {

    private final Schedule schedule;
    private final Inlets inlets;
    private final Contacts contacts;
    private final PreferenceBook preferenceBook;
    private final LetterWriter letterWriter;
    private final Clock clock;

    Judge(
            Schedule schedule,
            Inlets inlets,
            Contacts contacts,
            PreferenceBook preferenceBook,
            LetterWriter letterWriter,
            Clock clock) {
        this.schedule = schedule;
        this.inlets = inlets;
        this.contacts = contacts;
        this.preferenceBook = preferenceBook;
        this.letterWriter = letterWriter;
        this.clock = clock;
    }

    Verdict judge(Message message) {
        Instant now = clock.instant();
        if (!now.isBefore(message.usefulUntil())) {
            return new Verdict.Expire("TOO_LATE");
        }
        if (inlets.isBehind(message.source(), message.subject())) {
            return new Verdict.Wait();
        }
        Optional<Occasion> occasion = schedule.find(message.subject());
        if (occasion.isEmpty() || Schedule.draftOf(message, occasion.get()).isEmpty()) {
            return new Verdict.Supersede("NO_LONGER_SO");
        }
        return judge(message, occasion.get(), now);
    }

    private Verdict judge(Message message, Occasion occasion, Instant now) {
        ClientId client = occasion.clientId();
        Optional<Contact> contact = contacts.find(client);
        if (contact.isEmpty()) {
            return contacts.isErased(client) ? new Verdict.Suppress("ERASED") : new Verdict.Wait();
        }
        Preferences preferences = preferenceBook.of(client);
        if (!preferences.wants(message.template().messageClass(), message.channel())) {
            return new Verdict.Suppress("NOT_WANTED");
        }
        Contact her = contact.get();
        if (message.channel() == Channel.EMAIL) {
            if (her.details().email().isBlank()) {
                return new Verdict.Suppress("NO_ADDRESS");
            }
            Instant awake = message.answer() ? now : preferences.quiet().wakingFrom(now, her.zone());
            if (awake.isAfter(now)) {
                return awake.isBefore(message.usefulUntil())
                        ? new Verdict.Defer(awake, "QUIET_HOURS")
                        : new Verdict.Expire("QUIET_HOURS");
            }
        }
        String chosen = preferences.language();
        Locale language = chosen == null ? her.language() : Locale.forLanguageTag(chosen);
        return new Verdict.Go(her, letterWriter.write(message.template(), occasion, her, language));
    }
}
