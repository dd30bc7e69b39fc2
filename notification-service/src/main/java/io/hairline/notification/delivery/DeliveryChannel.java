package io.hairline.notification.delivery;

import io.hairline.notification.contact.Contact;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.rendering.RenderedMessage;

/** Somebody outside who takes messages to clients. */
interface DeliveryChannel {

    Channel channel();

    /** Hands it over, within a bounded time, and says what came of it; never throws. */
    Outcome send(Message message, Contact contact, RenderedMessage letter);

    /** What came of a handing-over. */
    sealed interface Outcome {

        /** It is theirs now. */
        record Accepted() implements Outcome {}

        /** They certainly don't have it, and may take it later. */
        record NotNow(String reason) implements Outcome {}

        /** They certainly don't have it, and never will. */
        record Refused(String reason) implements Outcome {}

        /** They may have it. It isn't sent again: twice is worse than once and seen. */
        record Unknown(String reason) implements Outcome {}
    }
}
