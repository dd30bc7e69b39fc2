package io.hairline.notification.link;

import io.hairline.contracts.notification.LetterLink;
import io.hairline.kit.FieldEncryption;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.ledger.Message;
import org.springframework.stereotype.Component;

/**
 * The secret of a letter's link, to its appointment or to confirm its address: another one for each message, the same for each try
 * to send it.
 */
@Component
public class LetterLinks {

    /** What the key is used for; letters that are under way have links of this name, whatever they open. */
    private static final String PURPOSE = "appointment-link";

    private final FieldEncryption encryption;

    LetterLinks(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    /** 128 bits in base64url. Nobody computes it without this service's key, and it is stored nowhere. */
    public String secretOf(Message message) {
        return encryption.token(message.id().value(), PURPOSE);
    }

    /** What others may know of the link in a letter to this contact. */
    public LetterLink of(Message message, Contact contact) {
        return new LetterLink(
                LetterLink.digestOf(secretOf(message)), contact.details().version());
    }
}
