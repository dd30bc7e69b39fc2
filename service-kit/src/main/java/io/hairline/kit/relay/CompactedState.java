package io.hairline.kit.relay;

import io.hairline.kit.events.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what goes to a compacted topic beside some events: the latest state of what they are about. It leaves before the
 * event does, so that a consumer of the event finds it there.
 */
public interface CompactedState {

    /** The compacted topic, without the namespace. */
    String topic();

    /** Nothing for events that nothing goes with, and each key once. Called again if a batch is sent again. */
    List<Latest> beside(List<StoredEvent> events);

    /**
     * The latest state of something.
     *
     * @param value null erases it from the topic
     */
    record Latest(String key, byte @Nullable [] value) {}
}
