package io.hairline.kit.events;

import io.hairline.contracts.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate decided: its next state, and the one event that says why.
 *
 * @param event absent if the command found its wish fulfilled; then {@code next} is what was loaded
 */
public record Change<A extends Aggregate>(A next, @Nullable DomainEvent event) {

    public static <A extends Aggregate> Change<A> to(A next, DomainEvent event) {
        return new Change<>(next, event);
    }

    public static <A extends Aggregate> Change<A> none(A unchanged) {
        return new Change<>(unchanged, null);
    }
}
