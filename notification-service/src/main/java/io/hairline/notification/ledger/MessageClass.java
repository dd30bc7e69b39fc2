package io.hairline.notification.ledger;

/** Why a client gets a message, and so what the client may refuse. */
public enum MessageClass {
    /** Part of what the client booked; it needs no consent and goes out on one channel at least. */
    TRANSACTIONAL,
    /** For the skin and the result. */
    CARE,
    /** For the brand: nothing of it without the client's consent. */
    MARKETING
}
