package io.hairline.contracts.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final String BOOKING = "booking";
    private static final String TREATMENT = "treatment";
    private static final String NOTIFICATION = "notification";
    private static final String HEADOFFICE = "headoffice";
    private static final String IDENTITY = "identity";

    /** The services that exchange events, by the word that is their Kafka user, consumer group and CloudEvents source. */
    public static final Set<String> SERVICES = Set.of(BOOKING, TREATMENT, NOTIFICATION, HEADOFFICE, IDENTITY);

    /**
     * A topic to be made.
     *
     * @param config Kafka's topic settings
     * @param writer the one service that may write it; empty for nobody but an administrator
     * @param readers the services that may read it; the broker refuses the others
     */
    public record Topic(String name, int partitions, Map<String, String> config, String writer, Set<String> readers) {

        /** A topic of an administrator's own. */
        public Topic(String name, int partitions, Map<String, String> config) {
            this(name, partitions, config, "", Set.of());
        }
    }

    /**
     * All topics, their names behind {@code namespace}, which is empty except in tests. This table is also who may write
     * and read what: the broker's access control lists are made from it.
     */
    public static List<Topic> all(String namespace) {
        return List.of(
                events(namespace, BOOKING, HEADOFFICE, TREATMENT, NOTIFICATION),
                events(namespace, TREATMENT, TREATMENT, BOOKING, HEADOFFICE, NOTIFICATION),
                events(namespace, NOTIFICATION, HEADOFFICE, TREATMENT, BOOKING),
                events(namespace, HEADOFFICE, HEADOFFICE, BOOKING, TREATMENT, NOTIFICATION, IDENTITY),
                events(namespace, IDENTITY, BOOKING),
                new Topic(
                        namespace + BOOKING_CONTACTS,
                        PARTITIONS,
                        Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", "86400000"),
                        BOOKING,
                        Set.of(NOTIFICATION, IDENTITY, TREATMENT)),
                new Topic(namespace + DEMO_CLOCK, 1, Map.of("cleanup.policy", "compact"), BOOKING, SERVICES));
    }

    private static Topic events(String namespace, String service, String... readers) {
        return new Topic(namespace + service + ".events", PARTITIONS, KEPT_FOR_EVER, service, Set.of(readers));
    }
}
