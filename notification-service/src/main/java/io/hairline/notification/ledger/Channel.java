package io.hairline.notification.ledger;

/** A way to the client. */
public enum Channel {
    EMAIL,
    /** The inbox in the portal: it disturbs nobody, so it knows no quiet hours. */
    IN_APP
}
