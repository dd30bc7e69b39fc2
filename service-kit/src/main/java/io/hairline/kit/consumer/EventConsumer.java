package io.hairline.kit.consumer;

import io.hairline.contracts.DomainEvent;

/**
 * A capability's consumer of one service's events.
 *
 * <p>It is called inside the transaction that also marks the event as seen: what it writes to MongoDB and the mark are
 * kept together or not at all. It has no other side effect. What it throws parks the event and those of the same
 * aggregate behind it.
 */
public interface EventConsumer<E extends DomainEvent> {

    /** The sealed interface of the events it consumes. */
    Class<E> hears();

    void on(E event, ReceivedEvent received);
}
