package io.hairline.kit.consumer;

import java.time.Instant;

/** Wants to know how far a service has been heard. */
public interface TickConsumer {

    /** All that the topic's service committed before {@code businessTime} and that is on this partition has been seen. */
    void on(String topic, int partition, Instant businessTime);
}
