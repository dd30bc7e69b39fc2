package io.hairline.booking.link;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A link that went to a client in a letter.
 *
 * @param digest of its secret, see {@link io.hairline.contracts.notification.LetterLink#digestOf}
 * @param contact keyed tokens of the phone and e-mail that the client had then: with another contact it is no longer valid
 */
@Document(AppointmentLink.COLLECTION)
@TypeAlias("appointmentLink")
record AppointmentLink(@Id String digest, AppointmentId appointmentId, ClientId clientId, List<String> contact) {

    static final String COLLECTION = "appointment_links";

    AppointmentLink {
        contact = List.copyOf(contact);
    }
}
