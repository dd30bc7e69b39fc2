package io.hairline.notification.delivery;

import io.hairline.contracts.MessageId;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.notification.inbox.ClientInbox;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.MessageStatus;
import io.hairline.notification.ledger.Messages;
import io.hairline.notification.rendering.RenderedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records in the ledger what became of messages, if they still are as they were when that was decided. */
@Component
class DeliveryLedger {

    private final EventLog eventLog;
    private final Messages messages;
    private final ClientInbox inbox;
    private final Clock clock;

    DeliveryLedger(EventLog eventLog, Messages messages, ClientInbox inbox, Clock clock) {
        this.eventLog = eventLog;
        this.messages = messages;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** A verdict other than to go. */
    void record(Message read, SendDecision decision) {
        switch (decision) {
            case SendDecision.Defer it -> whileOpen(read, message -> message.deferTo(it.until(), it.reason()));
            case SendDecision.Supersede it -> whileOpen(read, message -> message.supersede(it.reason()));
            case SendDecision.Suppress it -> whileOpen(read, message -> message.suppress(it.reason()));
            case SendDecision.Expire it -> whileOpen(read, message -> message.expire(it.reason()));
            case SendDecision.Go _, SendDecision.Wait _ -> {}
        }
    }

    void expire(List<Message> useless) {
        eventLog.recordAll(
                Message.class,
                () -> useless.stream()
                        .map(it -> change(it, now -> now.status().isOpen(), now -> now.expire("TOO_LATE")))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The inbox is our own: the letter and its entry are one transaction. */
    void putIntoInbox(Message read, RenderedMessage letter) {
        Instant now = clock.instant();
        whileOpen(read, message -> {
            inbox.put(
                    message.id(),
                    message.about().clientId(),
                    message.about().templateCode(),
                    letter.subject(),
                    letter.text(),
                    now);
            return message.deliver(now);
        });
    }

    /**
     * What a carrier said. An instance that was given up may still know better than "unknown".
     *
     * @param link the link that is in the letter
     */
    void record(MessageId id, String claim, DeliveryChannel.Outcome outcome, @Nullable LetterLink link) {
        eventLog.recordAll(
                Message.class,
                () -> messages.find(id).stream()
                        .filter(it -> claim.equals(it.claim()))
                        .map(it -> change(it, outcome, link))
                        .toList());
    }

    private Change<Message> change(Message it, DeliveryChannel.Outcome outcome, @Nullable LetterLink link) {
        Instant now = clock.instant();
        return switch (outcome) {
            case DeliveryChannel.Outcome.Accepted _ -> it.send(now, link);
            case DeliveryChannel.Outcome.Refused refused -> it.fail(refused.reason());
            case DeliveryChannel.Outcome.Unknown unknown -> it.loseSight(unknown.reason());
            case DeliveryChannel.Outcome.NotNow notNow -> {
                Optional<Duration> pause = RetryDelays.after(it.attempts());
                yield pause.isEmpty()
                        ? it.fail(notNow.reason())
                        : it.tryAgainAt(now.plus(pause.get()), notNow.reason());
            }
        };
    }

    /** Claimed by an instance that is gone. */
    void abandon(Message claimed) {
        eventLog.recordAll(
                Message.class,
                () ->
                        change(
                                        claimed,
                                        now -> now.status() == MessageStatus.SENDING,
                                        now -> now.loseSight("INTERRUPTED"))
                                .stream()
                                .toList());
    }

    private void whileOpen(Message read, Function<Message, Change<Message>> how) {
        eventLog.recordAll(
                Message.class,
                () -> change(read, now -> now.status().isOpen(), how).stream().toList());
    }

    private Optional<Change<Message>> change(
            Message read, Function<Message, Boolean> still, Function<Message, Change<Message>> how) {
        return messages.find(read.id())
                .filter(now -> now.version() == read.version() && still.apply(now))
                .map(how);
    }
}
