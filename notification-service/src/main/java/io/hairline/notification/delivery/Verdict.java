package io.hairline.notification.delivery;

import io.hairline.notification.contact.Contact;
import io.hairline.notification.letter.Letter;
import java.time.Instant;

/** What is to be done with a message whose time has come. */
sealed interface Verdict {

    record Go(Contact contact, Letter letter) implements Verdict {}

    /** Not at this hour. */
    record Defer(Instant until, String reason) implements Verdict {}

    /** Nothing calls for it any more. */
    record Supersede(String reason) implements Verdict {}

    record Suppress(String reason) implements Verdict {}

    record Expire(String reason) implements Verdict {}

    /** Something that it needs hasn't arrived yet; look again soon. */
    record Wait() implements Verdict {}
}
