package io.hairline.kit.inlet;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Servers;
import io.hairline.kit.events.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class Inlet<E extends DomainEvent> implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(Inlet.class);

    private final Inbox inbox;
    private final Dispatch<E> dispatch;
    private final Transactions transactions;
    private final List<TickConsumer> tickConsumers;

    Inlet(Inbox inbox, Dispatch<E> dispatch, Transactions transactions, List<TickConsumer> tickConsumers) {
        this.inbox = inbox;
        this.dispatch = dispatch;
        this.transactions = transactions;
        this.tickConsumers = tickConsumers;
    }

    @Override
    @SuppressWarnings("unchecked") // the kit's converter puts just this there
    public void accept(Message<List<byte[]>> poll) {
        Object raw = poll.getHeaders().get(KafkaHeaders.RAW_DATA);
        if (!(raw instanceof List<?> records)) {
            throw new IllegalStateException("A binding of the kit is in batch mode, with the kit's converter");
        }
        take((List<ConsumerRecord<?, byte[]>>) records);
    }

    void take(List<ConsumerRecord<?, byte[]>> poll) {
        List<Received> events = new ArrayList<>();
        for (ConsumerRecord<?, byte[]> record : poll) {
            Map<String, String> headers = Received.headersOf(record);
            if (Attributes.TICK.equals(headers.get(Attributes.TYPE))) {
                continue;
            }
            try {
                events.add(Received.of(headers, record.value()));
            } catch (Received.Unreadable e) {
                parkUnreadable(record, headers, e);
            }
        }
        handle(events);
        tick(poll);
    }

    private void handle(List<Received> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            transactions.run(() -> new Step<>(inbox, dispatch).take(events));
        } catch (RuntimeException e) {
            if (Servers.areAway(e)) {
                throw e;
            }
            events.forEach(this::handleAlone);
        }
        Set<String> subjects = new LinkedHashSet<>();
        events.forEach(it -> subjects.add(it.subject()));
        inbox.seen(subjects).forEach((subject, seen) -> {
            if (seen.parked()) {
                drain(subject);
            }
        });
    }

    private void handleAlone(Received event) {
        try {
            transactions.run(() -> new Step<>(inbox, dispatch).take(List.of(event)));
        } catch (RuntimeException e) {
            if (Servers.areAway(e)) {
                throw e;
            }
            log.warn(
                    "parked consumer={} event={} type={} reason={}",
                    inbox.consumer(),
                    event.id(),
                    event.type(),
                    reason(e));
            log.debug("parked event={}", event.id(), e);
            transactions.run(() -> new Step<>(inbox, dispatch).fail(event, reason(e)));
        }
    }

    /** Handles what waited for a version that has come now; stops at the first that still can't be. */
    int drain(String subject) {
        int handled = 0;
        while (true) {
            Seen seen = inbox.seen(List.of(subject)).values().iterator().next();
            var next = inbox.waiting(subject, seen.version() + 1);
            if (next.isEmpty()) {
                transactions.run(() -> new Step<>(inbox, dispatch).settle(subject));
                return handled;
            }
            handleAlone(next.get().received());
            Seen after = inbox.seen(List.of(subject)).values().iterator().next();
            if (after.version() == seen.version()) {
                return handled;
            }
            handled++;
        }
    }

    /** Hands events of types that were unknown to this version's consumers, if they are known now. */
    int feedSkipped() {
        int fed = 0;
        for (Parked it : inbox.parked(Parked.State.SKIPPED, 1_000)) {
            Received received = it.received();
            if (dispatch.knows(received.type())) {
                transactions.run(() -> {
                    dispatch.handle(received);
                    inbox.unpark(it);
                });
                fed++;
            }
        }
        return fed;
    }

    Inbox inbox() {
        return inbox;
    }

    private void parkUnreadable(ConsumerRecord<?, byte[]> record, Map<String, String> headers, Received.Unreadable e) {
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
            Map<String, String> headers = Received.headersOf(record);
            String time = headers.get(Attributes.TIME);
            if (Attributes.TICK.equals(headers.get(Attributes.TYPE)) && time != null) {
                tickConsumers.forEach(it -> it.on(record.topic(), record.partition(), Instant.parse(time)));
            }
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof Received.Unreadable || e instanceof Refusal
                ? e.getClass().getSimpleName() + ": " + e.getMessage()
                : e.getClass().getSimpleName();
    }
}
