package io.hairline.kit.consumer;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Failures;
import io.hairline.kit.events.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * One (service, topic): a poll is one transaction; if that fails, each of its records is one, and what can't be handled
 * is parked. Only a server that is away is thrown on, so that the poll comes again.
 */
public final class TopicConsumer<E extends DomainEvent> implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(TopicConsumer.class);
    /** What loses against others for longer is handled in pieces: the shorter a transaction, the more likely it gets through. */
    private static final Duration PATIENCE_WITH_CONFLICTS = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final EventDispatcher<E> dispatch;
    private final Transactions transactions;
    private final List<TickConsumer> tickConsumers;
    private final Lock turn;
    private final String owner;

    /** @param turn held while events are handled; consumers that have the same one never do so side by side */
    TopicConsumer(
            Inbox inbox,
            EventDispatcher<E> dispatch,
            Transactions transactions,
            List<TickConsumer> tickConsumers,
            Lock turn) {
        this.inbox = inbox;
        this.dispatch = dispatch;
        this.transactions = transactions;
        this.tickConsumers = tickConsumers;
        this.turn = turn;
        this.owner = Attributes.sourceOf(inbox.consumer());
    }

    @Override
    @SuppressWarnings("unchecked") // the kit's converter puts just this there
    public void accept(Message<List<byte[]>> poll) {
        Object raw = poll.getHeaders().get(KafkaHeaders.RAW_DATA);
        if (!(raw instanceof List<?> records)) {
            throw new IllegalStateException("A binding of the kit is in batch mode, with the kit's converter");
        }
        try {
            consume((List<ConsumerRecord<?, byte[]>>) records);
        } catch (RuntimeException e) {
            log.warn("topic consumer waits and tries again consumer={} reason={}", inbox.consumer(), reason(e));
            throw e;
        }
    }

    void consume(List<ConsumerRecord<?, byte[]>> poll) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (ConsumerRecord<?, byte[]> record : poll) {
            Map<String, String> headers = ReceivedEvent.headersOf(record);
            if (isTick(headers)) {
                continue;
            }
            try {
                requireOwner(headers);
                events.add(ReceivedEvent.of(headers, record.value()));
            } catch (ReceivedEvent.Unreadable e) {
                parkUnreadable(record, headers, e);
            }
        }
        if (!events.isEmpty()) {
            handleNew(events);
        }
        tick(poll);
    }

    /** The topic's service is the only one that the broker lets write it; an event that names another one is forged. */
    private void requireOwner(Map<String, String> headers) {
        if (!owner.equals(headers.get(Attributes.SOURCE))) {
            throw new ReceivedEvent.Unreadable("the source isn't " + owner);
        }
    }

    /** Repeats are told by one read, without a transaction. What waited for any of these has its turn now. */
    private void handleNew(List<ReceivedEvent> events) {
        Map<String, InboxEntry> seen =
                inbox.seen(events.stream().map(ReceivedEvent::subject).toList());
        List<ReceivedEvent> unseen = events.stream()
                .filter(it -> !Objects.requireNonNull(seen.get(it.subject())).has(it))
                .toList();
        Set<String> parked = new LinkedHashSet<>();
        seen.forEach((subject, row) -> {
            if (row.parked()) {
                parked.add(subject);
            }
        });
        if (!unseen.isEmpty()) {
            parked.addAll(handle(unseen));
        }
        parked.forEach(it -> drain(it, ParkedEvent.State.WAITING));
    }

    /**
     * All in one transaction; if that fails, each half in its own, until the one that can't be handled is alone.
     *
     * @return whose events are parked
     */
    private Set<String> handle(List<ReceivedEvent> events) {
        try {
            return inTurn(events);
        } catch (RuntimeException e) {
            if (Failures.areAway(e) && (events.size() == 1 || !Failures.mayBeTooMuch(e))) {
                throw e;
            }
            if (events.size() == 1) {
                park(events.getFirst(), e);
                return Set.of(events.getFirst().subject());
            }
            int half = events.size() / 2;
            Set<String> parked = new LinkedHashSet<>(handle(events.subList(0, half)));
            parked.addAll(handle(events.subList(half, events.size())));
            return parked;
        }
    }

    private Set<String> inTurn(List<ReceivedEvent> events) {
        turn.lock();
        try {
            return transactions.run(
                    () -> new InboxTransaction<>(inbox, dispatch).handle(events), PATIENCE_WITH_CONFLICTS);
        } finally {
            turn.unlock();
        }
    }

    private void park(ReceivedEvent event, RuntimeException e) {
        String reason = reason(e);
        log.warn("parked consumer={} event={} type={} reason={}", inbox.consumer(), event.id(), event.type(), reason);
        log.debug("parked event={}", event.id(), e);
        transactions.run(() -> new InboxTransaction<>(inbox, dispatch).fail(event, reason));
    }

    /** Tries all that is parked of an aggregate again, in order, up to the first that still can't be handled. */
    int drain(String subject) {
        return drain(subject, ParkedEvent.State.WAITING, ParkedEvent.State.FAILED);
    }

    private int drain(String subject, ParkedEvent.State... states) {
        long first = inbox.seen(subject).version();
        long version = first;
        while (true) {
            List<ParkedEvent> next = inbox.next(subject, version, Set.of(states));
            if (next.isEmpty()) {
                transactions.run(() -> new InboxTransaction<>(inbox, dispatch).settle(subject));
                return (int) (version - first);
            }
            handle(next.stream().map(ParkedEvent::received).toList());
            long reached = inbox.seen(subject).version();
            if (reached == version) {
                return (int) (version - first);
            }
            version = reached;
        }
    }

    /** Hands events of types that were unknown to this version's consumers, if they are known now. */
    int feedSkipped() {
        int fed = 0;
        for (ParkedEvent it : inbox.skipped(dispatch.types())) {
            if (feed(it)) {
                fed++;
            }
        }
        return fed;
    }

    private boolean feed(ParkedEvent skipped) {
        try {
            return transactions.run(() -> {
                if (!inbox.unpark(skipped)) {
                    return false;
                }
                dispatch.handle(skipped.received());
                return true;
            });
        } catch (RuntimeException e) {
            if (Failures.areAway(e)) {
                throw e;
            }
            log.warn("still skipped consumer={} event={} reason={}", inbox.consumer(), skipped.id(), reason(e));
            return false;
        }
    }

    Inbox inbox() {
        return inbox;
    }

    private void parkUnreadable(
            ConsumerRecord<?, byte[]> record, Map<String, String> headers, ReceivedEvent.Unreadable e) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        byte[] body = record.value() == null ? new byte[0] : record.value();
        log.warn("parked consumer={} place={} reason={}", inbox.consumer(), place, reason(e));
        inbox.parkUnreadable(place, reason(e), headers, body);
    }

    private void tick(List<ConsumerRecord<?, byte[]>> poll) {
        if (tickConsumers.isEmpty()) {
            return;
        }
        for (ConsumerRecord<?, byte[]> record : poll) {
            Map<String, String> headers = ReceivedEvent.headersOf(record);
            if (isTick(headers) && owner.equals(headers.get(Attributes.SOURCE))) {
                tick(record, headers.getOrDefault(Attributes.TIME, ""));
            }
        }
    }

    private void tick(ConsumerRecord<?, byte[]> record, String time) {
        try {
            Instant businessTime = Instant.parse(time);
            tickConsumers.forEach(it -> it.on(record.topic(), record.partition(), businessTime));
        } catch (RuntimeException e) {
            if (Failures.areAway(e)) {
                throw e;
            }
            log.warn("tick passed over topic={} reason={}", record.topic(), reason(e));
        }
    }

    private static boolean isTick(Map<String, String> headers) {
        return Attributes.TICK.equals(headers.get(Attributes.TYPE));
    }

    /** Why, without a word of the event: messages of exceptions may quote it, so they are left out. */
    private static String reason(RuntimeException e) {
        String kind = e.getClass().getSimpleName();
        if (e instanceof ReceivedEvent.Unreadable || e instanceof Refusal) {
            return kind + ": " + e.getMessage();
        }
        return Arrays.stream(e.getStackTrace())
                .filter(it -> it.getClassName().startsWith("io.hairline."))
                .findFirst()
                .map(it -> kind + " at " + it.getFileName() + ":" + it.getLineNumber())
                .orElse(kind);
    }
}
