package io.hairline.kit.consumer;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** Reads an event's body into its record and hands it to every capability that listens. */
final class EventDispatcher<E extends DomainEvent> {

    private final Class<E> hears;
    private final WireNames names;
    private final List<EventConsumer<E>> consumers;

    EventDispatcher(Class<E> hears, List<EventConsumer<E>> consumers) {
        this.hears = hears;
        this.names = WireNames.of(hears);
        this.consumers = List.copyOf(consumers);
    }

    boolean knows(String type) {
        return names.find(type).isPresent();
    }

    Set<String> types() {
        return names.all().keySet();
    }

    /**
     * What follows from a demo's history is dated back by the context and not by the clock, because handlers ask the clock
     * which visits and messages are still to come, and these are counted from the present. That an event is older than the
     * clock shows no history: a service that was down hears such events too, and dates what it does about them to now.
     */
    void handle(ReceivedEvent received) {
        E event = read(received);
        Instant asOf = received.isHistory() ? received.time() : null;
        String trace = received.headers().get(Attributes.TRACE_PARENT);
        new RequestContext(received.actor(), received.correlationId(), received.id(), null, asOf, trace).run(() -> {
            consumers.forEach(it -> it.on(event, received));
            return Optional.empty();
        });
    }

    private E read(ReceivedEvent received) {
        Class<? extends DomainEvent> type =
                names.find(received.type()).orElseThrow(() -> new ReceivedEvent.Unreadable("unknown type"));
        try {
            E event = hears.cast(EventJson.read(received.body(), type));
            if (!event.subject().equals(received.subject())) {
                throw new ReceivedEvent.Unreadable("body and envelope name different subjects");
            }
            var clinic = event.clinic();
            if (clinic != null && !clinic.value().equals(received.clinicId())) {
                throw new ReceivedEvent.Unreadable("body and envelope name different clinics");
            }
            return event;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new ReceivedEvent.Unreadable(
                    "body is no " + received.type() + ": " + e.getClass().getSimpleName());
        }
    }
}
