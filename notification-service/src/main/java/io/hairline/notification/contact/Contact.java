package io.hairline.notification.contact;

import io.hairline.contracts.booking.ClientContact;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** How to reach her, unsealed. */
public record Contact(ClientContact details) {

    public ZoneId zone() {
        try {
            return ZoneId.of(details.zone());
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }

    public Locale language() {
        return Locale.forLanguageTag(details.language());
    }

    @Override
    public String toString() {
        return "Contact[" + details.clientId() + "]";
    }
}
