package io.hairline.notification.ledger;

/** Why she gets a message, and so what she may refuse. */
public enum MessageClass {
    /** Part of what she booked; it needs no consent and reaches her on one channel at least. */
    TRANSACTIONAL,
    /** For her skin's and her result's sake. */
    CARE,
    /** For ours: nothing of it without her consent. */
    MARKETING
}
