package io.hairline.notification.ledger;

import java.util.EnumSet;
import java.util.Set;

/** Where a message is on its way. */
public enum MessageStatus {
    PLANNED,
    DEFERRED,
    /** One instance is handing it over; if that instance dies, nobody can say whether it arrived. */
    SENDING,
    SENT,
    DELIVERED,
    UNKNOWN,
    SUPERSEDED,
    SUPPRESSED,
    FAILED,
    EXPIRED;

    public static final Set<MessageStatus> OPEN = Set.copyOf(EnumSet.of(PLANNED, DEFERRED));

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
