package io.hairline.kit.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Judges how far a consumer is behind: at first it must have all that was on its topics when it was first looked at, and from
 * then on all that was there half a minute ago. Not thread-safe.
 */
final class ConsumerLag {

    /** Ticks come every second and a poll takes at most a few: half a minute behind is a consumer that stands. */
    static final Duration MOST_BEHIND = Duration.ofSeconds(30);

    private final List<Sample> samples = new ArrayList<>();
    private @Nullable Map<TopicPartition, Long> endsAtStart;

    /** Where the topics ended at a moment of {@link System#nanoTime()}. */
    private record Sample(long nanos, Map<TopicPartition, Long> ends) {}

    /**
     * Takes one more look.
     *
     * @param nanos of {@link System#nanoTime()}
     * @param ends where each partition ends
     * @param committed up to where the consumer has handled each partition
     */
    boolean isFresh(long nanos, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {
        Map<TopicPartition, Long> start = endsAtStart == null ? ends : endsAtStart;
        endsAtStart = start;
        boolean fresh = behind(committed, samples.isEmpty() ? start : before(nanos)) == 0;
        if (fresh || hasCaughtUp()) {
            samples.add(new Sample(nanos, ends));
        }
        return fresh;
    }

    /** Whether it has had all of its start. */
    boolean hasCaughtUp() {
        return !samples.isEmpty();
    }

    /** Where the topics ended half a minute before; nowhere if nobody looked by then. */
    private Map<TopicPartition, Long> before(long nanos) {
        long limit = nanos - MOST_BEHIND.toNanos();
        while (samples.size() > 1 && samples.get(1).nanos() - limit <= 0) {
            samples.removeFirst();
        }
        Sample oldest = samples.getFirst();
        return oldest.nanos() - limit <= 0 ? oldest.ends() : Map.of();
    }

    static long behind(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> wanted) {
        return wanted.entrySet().stream()
                .mapToLong(it -> Math.max(0, it.getValue() - committed.getOrDefault(it.getKey(), 0L)))
                .sum();
    }
}
