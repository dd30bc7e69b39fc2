package io.hairline.contracts.wire;

import java.util.List;
import java.util.Map;

/** Every topic of the brand, made before the first service starts; the broker creates none by itself. */
public final class Topics {

    public static final String BOOKING_EVENTS = "booking.events";
    public static final String BOOKING_CONTACTS = "booking.contacts";
    public static final String TREATMENT_EVENTS = "treatment.events";
    public static final String NOTIFICATION_EVENTS = "notification.events";
    public static final String HEADOFFICE_EVENTS = "headoffice.events";
    public static final String IDENTITY_EVENTS = "identity.events";
    public static final String DEMO_CLOCK = "demo.clock";

    private static final int PARTITIONS = 12;

    /** The broker's own time: a sender's would be refused if its clock is an hour ahead, with its events behind it. */
    private static final Map<String, String> KEPT_FOR_EVER = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "message.timestamp.type", "LogAppendTime");

    private Topics() {}

    /**
     * A topic to be made.
     *
     * @param config Kafka's topic settings
     */
    public record Topic(String name, int partitions, Map<String, String> config) {}

    /** All topics, their names behind {@code namespace}, which is empty except in tests. */
    public static List<Topic> all(String namespace) {
        return List.of(
                new Topic(namespace + BOOKING_EVENTS, PARTITIONS, KEPT_FOR_EVER),
                new Topic(namespace + TREATMENT_EVENTS, PARTITIONS, KEPT_FOR_EVER),
                new Topic(namespace + NOTIFICATION_EVENTS, PARTITIONS, KEPT_FOR_EVER),
                new Topic(namespace + HEADOFFICE_EVENTS, PARTITIONS, KEPT_FOR_EVER),
                new Topic(namespace + IDENTITY_EVENTS, PARTITIONS, KEPT_FOR_EVER),
                new Topic(
                        namespace + BOOKING_CONTACTS,
                        PARTITIONS,
                        Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", "86400000")),
                new Topic(namespace + DEMO_CLOCK, 1, Map.of("cleanup.policy", "compact")));
    }
}
