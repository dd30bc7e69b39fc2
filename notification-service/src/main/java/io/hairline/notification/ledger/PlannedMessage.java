package io.hairline.notification.ledger;

import java.time.Instant;

/**
 * A message that something calls for.
 *
 * @param due what makes it this message and no other: the same template due at another instant is another message
 * @param leavesAt when it may leave: {@code due}, or later if it waits for something
 * @param usefulUntil from then on it would only confuse
 * @param answer it answers what the client has just done, who is awake then, so quiet hours don't hold it back
 */
public record PlannedMessage(
        MessageTemplate template, Instant due, Instant leavesAt, Instant usefulUntil, boolean answer) {

    public PlannedMessage {
        if (leavesAt.isBefore(due)) {
            throw new IllegalArgumentException("It can't leave before it is due");
        }
    }

    public static PlannedMessage at(MessageTemplate template, Instant due, Instant usefulUntil) {
        return new PlannedMessage(template, due, due, usefulUntil, false);
    }

    public boolean isUseful() {
        return leavesAt.isBefore(usefulUntil);
    }
}
