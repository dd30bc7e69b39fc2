package io.hairline.notification.ledger;

import io.hairline.contracts.MessageId;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageDeferred;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageExpired;
import io.hairline.contracts.notification.NotificationEvent.MessageFailed;
import io.hairline.contracts.notification.NotificationEvent.MessageOutcomeUnknown;
import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.contracts.notification.NotificationEvent.MessageSuperseded;
import io.hairline.contracts.notification.NotificationEvent.MessageSuppressed;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One entry of the ledger: one message on one channel.
 *
 * @param key subject, template, channel and due instant: there is one entry for it, whatever happens how often
 * @param subject the appointment, session, patch test or touch-up that calls for it
 * @param source the topic whose events may still change it: it waits until that has been heard
 * @param dueAt when it leaves, or tries again
 * @param attempts how often it was handed to a carrier that said "not now"
 * @param claim whose SENDING it is; set and changed without an event
 * @param claimedAt the database's own time
 */
@Document(Message.COLLECTION)
@TypeAlias("message")
public record Message(
        @Id MessageId id,
        long version,
        int schema,
        String key,
        String subject,
        String source,
        MessageContext about,
        boolean answer,
        Instant dueAt,
        Instant usefulUntil,
        MessageStatus status,
        @Nullable String reason,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable String claim,
        @Nullable Instant claimedAt)
        implements Aggregate {

    public static final String COLLECTION = "messages";
    private static final int SCHEMA = 1;

    public static String key(String subject, PlannedMessage draft, Channel channel) {
        return subject + "|" + draft.template() + "|" + channel + "|" + draft.due();
    }

    public static Change<Message> plan(
            MessageId id, String subject, String source, MessageContext about, PlannedMessage draft) {
        Channel channel = Channel.valueOf(about.channelCode());
        Message planned = new Message(
                id,
                1,
                SCHEMA,
                key(subject, draft, channel),
                subject,
                source,
                about,
                draft.answer(),
                draft.leavesAt(),
                draft.usefulUntil(),
                MessageStatus.PLANNED,
                null,
                0,
                null,
                null,
                null);
        return Change.to(planned, new MessagePlanned(id, about, draft.leavesAt()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }

    public MessageTemplate template() {
        return MessageTemplate.valueOf(about.templateCode());
    }

    public Channel channel() {
        return Channel.valueOf(about.channelCode());
    }

    /** Planned for another version, another hour, or again after it had been superseded. */
    public Change<Message> planAgain(MessageContext newAbout, PlannedMessage draft) {
        Message again = new Message(
                id,
                version + 1,
                schema,
                key,
                subject,
                source,
                newAbout,
                draft.answer(),
                draft.leavesAt(),
                draft.usefulUntil(),
                MessageStatus.PLANNED,
                null,
                0,
                null,
                null,
                null);
        return Change.to(again, new MessagePlanned(id, newAbout, draft.leavesAt()));
    }

    public Change<Message> supersede(String why) {
        return to(MessageStatus.SUPERSEDED, why, new MessageSuperseded(id, about, why));
    }

    public Change<Message> suppress(String why) {
        return to(MessageStatus.SUPPRESSED, why, new MessageSuppressed(id, about, why));
    }

    public Change<Message> expire(String why) {
        return to(MessageStatus.EXPIRED, why, new MessageExpired(id, about, why));
    }

    public Change<Message> fail(String why) {
        return to(MessageStatus.FAILED, why, new MessageFailed(id, about, why));
    }

    public Change<Message> loseSight(String why) {
        return to(MessageStatus.UNKNOWN, why, new MessageOutcomeUnknown(id, about, why));
    }

    /**
     * Has left for its recipient.
     *
     * @param link the link with a secret that is in the letter; absent if there is none
     */
    public Change<Message> send(Instant now, @Nullable LetterLink link) {
        return leave(MessageStatus.SENT, now, new MessageSent(id, about, now, link));
    }

    public Change<Message> deliver(Instant now) {
        return leave(MessageStatus.DELIVERED, now, new MessageDelivered(id, about, now));
    }

    public Change<Message> deferTo(Instant until, String why) {
        return defer(until, why, attempts);
    }

    /** A carrier couldn't take it now. */
    public Change<Message> tryAgainAt(Instant at, String why) {
        return defer(at.truncatedTo(ChronoUnit.MILLIS), why, attempts + 1);
    }

    private Change<Message> defer(Instant until, String why, int tried) {
        Message deferred = next(MessageStatus.DEFERRED, why, until, tried, null);
        return Change.to(deferred, new MessageDeferred(id, about, until, why));
    }

    private Change<Message> leave(MessageStatus left, Instant now, NotificationEvent event) {
        return Change.to(next(left, null, dueAt, attempts, now), event);
    }

    private Change<Message> to(MessageStatus end, String why, NotificationEvent event) {
        return Change.to(next(end, why, dueAt, attempts, sentAt), event);
    }

    private Message next(
            MessageStatus next, @Nullable String why, Instant nextDue, int tried, @Nullable Instant nextSentAt) {
        boolean stillClaimed = next == MessageStatus.UNKNOWN;
        return new Message(
                id,
                version + 1,
                schema,
                key,
                subject,
                source,
                about,
                answer,
                nextDue,
                usefulUntil,
                next,
                why,
                tried,
                nextSentAt,
                stillClaimed ? claim : null,
                stillClaimed ? claimedAt : null);
    }
}
