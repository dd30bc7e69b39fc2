package io.hairline.notification.contact;

import io.hairline.contracts.booking.ClientContact;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How to reach a client, unsealed. */
public record Contact(ClientContact details) {

    public ZoneId zone() {
        try {
            return ZoneId.of(details.zone());
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }

    @Override
    public String toString() {
        return "Contact[" + details.clientId() + "]";
    }
}
