package io.hairline.kit.consumer;

import io.hairline.contracts.DomainEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens to some events inside one transaction. */
final class InboxTransaction<E extends DomainEvent> {

    private final Inbox inbox;
    private final EventDispatcher<E> dispatch;

    InboxTransaction(Inbox inbox, EventDispatcher<E> dispatch) {
        this.inbox = inbox;
        this.dispatch = dispatch;
    }

    /**
     * Handles those whose turn it is, lets those too early wait, passes over repeats, and marks all that.
     *
     * @return whose events are parked
     */
    Set<String> handle(List<ReceivedEvent> events) {
        Map<String, InboxEntry> rows =
                inbox.seen(events.stream().map(ReceivedEvent::subject).toList());
        Map<String, InboxEntry> changed = new HashMap<>();
        for (ReceivedEvent event : events) {
            InboxEntry before = Objects.requireNonNull(rows.get(event.subject()));
            if (!before.has(event)) {
                InboxEntry after = handle(event, before);
                rows.put(event.subject(), after);
                changed.put(event.subject(), after);
            }
        }
        changed.forEach((subject, seen) -> {
            if (seen.parked()) {
                inbox.unparkUpTo(subject, seen.version());
            }
        });
        inbox.mark(changed.values());
        return changed.entrySet().stream()
                .filter(it -> it.getValue().parked())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The row is written even if it stays the same, so that another instance at this aggregate is found out. */
    private InboxEntry handle(ReceivedEvent event, InboxEntry seen) {
        if (event.version() > seen.version() + 1) {
            inbox.park(event, ParkedEvent.State.WAITING, "waits for version " + (seen.version() + 1));
            return seen.withParked(true);
        }
        if (dispatch.knows(event.type())) {
            dispatch.handle(event);
        } else {
            inbox.park(event, ParkedEvent.State.SKIPPED, "type unknown to this version");
        }
        return seen.upTo(event.version());
    }

    void fail(ReceivedEvent event, String reason) {
        InboxEntry seen = inbox.seen(event.subject());
        if (!seen.has(event)) {
            inbox.park(event, ParkedEvent.State.FAILED, reason);
            inbox.mark(List.of(seen.withParked(true)));
        }
    }

    /** Notes whether anything of an aggregate is still parked. */
    void settle(String subject) {
        InboxEntry seen = inbox.seen(subject);
        if (seen.parked()) {
            inbox.unparkUpTo(subject, seen.version());
            inbox.mark(List.of(seen.withParked(inbox.anyParked(subject))));
        }
    }
}
