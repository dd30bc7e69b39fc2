package io.hairline.kit.consumer;

import io.hairline.kit.ParkedWork;
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

/** What waits in this service's inboxes and what due work was given up, and a way to try both again: {@code hairline dlq}. */
@Endpoint(id = "parked")
public final class ParkedEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ParkedEndpoint.class);
    private static final int MOST = 500;

    private static final String DUE_WORK = "due work";

    private final ConsumerRegistry consumerRegistry;
    private final ParkedWork dueWork;

    public ParkedEndpoint(ConsumerRegistry consumerRegistry, ParkedWork dueWork) {
        this.consumerRegistry = consumerRegistry;
        this.dueWork = dueWork;
    }

    /**
     * A line for an operator; nothing of the event's content.
     *
     * @param version of the event's aggregate; for due work, how often it failed
     * @param type of the event, or the kind of due work
     */
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
        dueWork.parked(MOST).forEach(it -> lines.add(line(it)));
        return lines;
    }

    private static Line line(ParkedWork.Item it) {
        String failed = ParkedEvent.State.FAILED.name();
        return new Line(DUE_WORK, it.subject(), it.attempts(), it.kind(), failed, it.reason(), it.since());
    }

    private static Line line(ParkedEvent it) {
        String type = it.headers().getOrDefault("ce_type", "?");
        return new Line(
                it.consumer(), it.subject(), it.version(), type, it.state().name(), it.reason(), it.since());
    }

    /**
     * Tries everything parked again, each aggregate in order; due work within a second, in due order.
     *
     * @param skipped also feed events whose type was unknown when they came
     */
    @WriteOperation
    public Map<String, Integer> replay(@Nullable Boolean skipped) {
        int handled = dueWork.replay();
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
