package io.hairline.launcher.recount;

import io.hairline.contracts.notification.NotificationEvent.MessageDeferred;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageFailed;
import io.hairline.contracts.notification.NotificationEvent.MessageOutcomeUnknown;
import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How each message stands, folded from its events as they come: they are the most of all, and none is kept. */
final class RecountedMessages {

    private final Map<String, Message> byId = new HashMap<>();

    /**
     * A message so far.
     *
     * @param version of the last event that it has from
     * @param sent when and what about it was sent; absent before
     * @param ended how it ended where it was not sent: in an inbox, or nowhere
     */
    private record Message(
            long version,
            @Nullable Instant due,
            @Nullable Sent sent,
            @Nullable Sent ended,
            boolean failed) {

        static final Message NEW = new Message(0, null, null, null, false);

        Message after(RecordedEvent it) {
            if (it.version() <= version) {
                return this;
            }
            if (it.is(MessagePlanned.class) || it.is(MessageDeferred.class)) {
                return new Message(it.version(), it.instant("plannedFor"), sent, ended, failed);
            }
            if (it.is(MessageSent.class)) {
                return new Message(it.version(), due, Sent.of(it, it.instant("sentAt")), ended, failed);
            }
            if (it.is(MessageDelivered.class)) {
                return new Message(it.version(), due, sent, Sent.of(it, it.instant("deliveredAt")), false);
            }
            return it.is(MessageFailed.class) || it.is(MessageOutcomeUnknown.class)
                    ? new Message(it.version(), due, sent, Sent.of(it, it.time()), true)
                    : new Message(it.version(), due, sent, ended, failed);
        }

        boolean arrived() {
            return sent != null || !failed;
        }

        /** Where and when it is known to have arrived or not. */
        @Nullable Sent outcome() {
            return sent == null ? ended : sent;
        }
    }

    /** What a message was about when it was sent. */
    private record Sent(Instant at, String clinic, String appointment, long appointmentVersion) {

        static Sent of(RecordedEvent it, Instant at) {
            return new Sent(
                    at,
                    it.text("about", "clinicId"),
                    it.text("about", "appointmentId"),
                    it.data().path("about").path("appointmentVersion").asLong());
        }
    }

    /** Adds an event; an aggregate's come in their order, and some may come again. */
    void add(RecordedEvent it) {
        byId.merge(it.subject(), Message.NEW.after(it), (known, _) -> known.after(it));
    }

    void into(Tiles tiles, RecountScope scope, RecountedVisits visits) {
        List<Message> counted = byId.values().stream()
                .filter(it -> it.sent() != null
                        && scope.has(it.sent().clinic(), it.sent().at()))
                .toList();
        tiles.count("messagesSent", counted.size());
        List<Message> ended = byId.values().stream()
                .filter(it -> it.outcome() != null
                        && scope.has(it.outcome().clinic(), it.outcome().at()))
                .toList();
        tiles.rate("messageDelivery", ended.stream().filter(Message::arrived).count(), ended.size());
        tiles.count(
                "messageStale",
                counted.stream().filter(it -> isStale(it, visits)).count());
    }

    private static boolean isStale(Message message, RecountedVisits visits) {
        Sent sent = Objects.requireNonNull(message.sent());
        Instant due = Objects.requireNonNullElse(message.due(), sent.at());
        return visits.changed(sent.appointment(), sent.appointmentVersion(), due);
    }
}
