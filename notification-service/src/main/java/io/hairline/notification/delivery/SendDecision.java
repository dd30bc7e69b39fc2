package io.hairline.notification.delivery;

import io.hairline.notification.contact.Contact;
import io.hairline.notification.rendering.RenderedMessage;
import java.time.Instant;

/** What is to be done with a message whose time has come. */
sealed interface SendDecision {

    record Go(Contact contact, RenderedMessage letter) implements SendDecision {}

    /** Not at this hour. */
    record Defer(Instant until, String reason) implements SendDecision {}

    /** Nothing calls for it any more. */
    record Supersede(String reason) implements SendDecision {}

    record Suppress(String reason) implements SendDecision {}

    record Expire(String reason) implements SendDecision {}

    /** Something that it needs hasn't arrived yet; look again soon. */
    record Wait() implements SendDecision {}
}
