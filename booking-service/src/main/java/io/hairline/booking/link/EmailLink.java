package io.hairline.booking.link;

import io.hairline.contracts.ClientId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A link that went to a client's e-mail address, by which they confirm it.
 *
 * @param digest of its secret, see {@link io.hairline.contracts.notification.LetterLink#digestOf}
 * @param contactVersion the client's version whose address it went to: with another address it is no longer valid
 */
@Document(EmailLink.COLLECTION)
@TypeAlias("emailLink")
record EmailLink(@Id String digest, ClientId clientId, long contactVersion) {

    static final String COLLECTION = "email_links";
}
