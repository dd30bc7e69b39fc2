package io.hairline.kit.consumer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** What waits in this service's inboxes, and a way to try it again: {@code hairline dlq}. */
@Endpoint(id = "parked")
public final class ParkedEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ParkedEndpoint.class);
    private static final int MOST = 500;

    private final ConsumerRegistry consumerRegistry;

    public ParkedEndpoint(ConsumerRegistry consumerRegistry) {
        this.consumerRegistry = consumerRegistry;
    }

    /** A line for an operator; nothing of the event's content. */
    public record Line(
            String consumer, String subject, long version, String type, String state, String reason, Instant since) {}

    @ReadOperation
    public List<Line> list() {
        List<Line> lines = new ArrayList<>();
        for (Inbox inbox : consumerRegistry.inboxes()) {
            for (ParkedEvent.State state : ParkedEvent.State.values()) {
                inbox.parked(state, MOST).forEach(it -> lines.add(line(it)));
            }
        }
        return lines;
    }

    private static Line line(ParkedEvent it) {
        String type = it.headers().getOrDefault("ce_type", "?");
        return new Line(
                it.consumer(), it.subject(), it.version(), type, it.state().name(), it.reason(), it.since());
    }

    /**
     * Tries everything parked again, each aggregate in order.
     *
     * @param skipped also feed events whose type was unknown when they came
     */
    @WriteOperation
    public Map<String, Integer> replay(@Nullable Boolean skipped) {
        int handled = 0;
        for (TopicConsumer<?> topicConsumer : consumerRegistry.all().values()) {
            for (String subject : topicConsumer.inbox().subjectsParked()) {
                handled += topicConsumer.drain(subject);
            }
            if (Boolean.TRUE.equals(skipped)) {
                handled += topicConsumer.feedSkipped();
            }
        }
        return Map.of("handled", handled, "stillParked", list().size());
    }

    /**
     * Throws away a record whose envelope couldn't be read. An event stays: those behind it wait for it.
     *
     * @param place topic, partition and offset, as they stand in {@link Line#subject}
     */
    @DeleteOperation
    public Map<String, Long> discard(String place) {
        long discarded = consumerRegistry.inboxes().stream()
                .mapToLong(it -> it.discardUnreadable(place))
                .sum();
        if (discarded > 0) {
            log.info("discarded place={}", place);
        }
        return Map.of("discarded", discarded);
    }
}
