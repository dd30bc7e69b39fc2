package io.hairline.kit.events;

import io.hairline.contracts.DomainEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate decided: its next state, and the one event that says why.
 *
 * @param event absent if the command found nothing to change; then {@code next} is what was loaded
 * @param others what the same command decides for other aggregates; all of it is kept, or nothing
 */
public record Change<A extends Aggregate>(A next, @Nullable DomainEvent event, List<Change<?>> others) {

    public Change {
        others = List.copyOf(others);
    }

    public static <A extends Aggregate> Change<A> to(A next, DomainEvent event) {
        return new Change<>(next, event, List.of());
    }

    public static <A extends Aggregate> Change<A> none(A unchanged) {
        return new Change<>(unchanged, null, List.of());
    }

    /** The same, with what happens to other aggregates because of it. */
    public Change<A> with(List<? extends Change<?>> more) {
        return new Change<>(
                next,
                event,
                Stream.<Change<?>>concat(others.stream(), more.stream()).toList());
    }
}
