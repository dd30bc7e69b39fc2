package io.hairline.booking.waitlist;

import io.hairline.contracts.WaitlistEntryId;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import org.springframework.stereotype.Component;

/** Ends the waiting when the last day is past. */
@Component
class EntryExpiry implements DueWorkHandler {

    static final String KIND = "waitlist-over";

    private final WaitlistEntries entries;
    private final EventLog eventLog;

    EntryExpiry(WaitlistEntries entries, EventLog eventLog) {
        this.entries = entries;
        this.eventLog = eventLog;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        WaitlistEntryId id = new WaitlistEntryId(item.subject());
        eventLog.record(WaitlistEntry.class, () -> entries.require(id).leave("OVER"));
    }
}
