package io.hairline.benchmarks;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import io.hairline.launcher.machine.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Real MongoDB, real Kafka, a made-up network, and booking-service as a process of its own. */
final class BenchmarkEnvironment implements AutoCloseable {

    /** Bookings a second, where something else is measured and others book as usual. */
    static final int USUAL_RATE = 20;

    private static final int CLIENTS = 1_000;
    private static final int BRIEF_REPLAY = 50_000;

    private final TestInfrastructure servers = TestInfrastructure.ofItsOwn();
    private final BenchmarkNetwork world = new BenchmarkNetwork();
    private final AtomicInteger nextPlace = new AtomicInteger();
    private final EventRecords records = new EventRecords(servers.namespace());
    private final List<String> clients = new ArrayList<>();
    private final boolean full;
    private final int events;
    private final PrintStream progress;
    private @Nullable ServiceProcess booking;
    private @Nullable HeadOfficeProcess headOffice;

    private BenchmarkEnvironment(boolean full, int events, PrintStream progress) {
        this.full = full;
        this.events = events;
        this.progress = progress;
    }

    /**
     * Starts the servers and booking-service.
     *
     * @param events how many events a replay is to have; 0 for as many as is usual
     */
    static BenchmarkEnvironment open(boolean full, int events, PrintStream progress) throws Exception {
        BenchmarkEnvironment lab = new BenchmarkEnvironment(full, events, progress);
        progress.println("Starting MongoDB and Kafka …");
        lab.servers.createTopics();
        lab.publish(lab.world.facts());
        progress.println("Starting booking-service …");
        lab.startBooking(Map.of());
        progress.println("Registering " + CLIENTS + " clients …");
        for (int number = 0; number < CLIENTS; number++) {
            lab.clients.add(lab.api().register(number));
        }
        progress.println("Warming up …");
        Timings warm = OpenLoop.paced(40, Duration.ofSeconds(full ? 60 : 20), _ -> lab.book());
        lab.say(warm.toString());
        return lab;
    }

    Duration length(Duration brief, Duration whole) {
        return full ? whole : brief;
    }

    boolean isFull() {
        return full;
    }

    BenchmarkNetwork world() {
        return world;
    }

    /** Ten thousand clinics instead of twenty. */
    void openManyClinics() throws Exception {
        publish(world.manyClinics());
    }

    /** How many events a replay has: 20 million at full length, unless it was said. */
    int events() {
        if (events > 0) {
            return events;
        }
        return full ? TenYears.EVENTS : BRIEF_REPLAY;
    }

    void say(String line) {
        progress.println("  " + line);
    }

    /** Books the next free place; answers with the HTTP status. */
    int book() {
        return book(nextPlace.getAndIncrement());
    }

    Timings bookAsUsual(Duration length) {
        return OpenLoop.paced(USUAL_RATE, length, _ -> book());
    }

    /** The first of all practitioners' places at a time at which nobody has booked and nobody else will. */
    int freshTime() {
        int places = BenchmarkNetwork.PRACTITIONERS;
        return nextPlace.updateAndGet(it -> (Math.ceilDiv(it, places) + 1) * places) - places;
    }

    int book(int place) {
        return api().book(world.place(place), clients.get(place % clients.size()));
    }

    /** Tries for a place on behalf of some client: for races. */
    int contend(int place, int client) {
        return api().book(world.place(place), clients.get(client % clients.size()));
    }

    /** Lets a fresh service refuse requests for a taken slot for a while, before refusals are timed. */
    void warmUpRefusals() {
        int taken = freshTime();
        book(taken);
        OpenLoop.paced(USUAL_RATE, Duration.ofSeconds(15), it -> contend(taken, it));
    }

    Api api() {
        return booking().api();
    }

    private ServiceProcess booking() {
        ServiceProcess it = booking;
        if (it == null) {
            throw new IllegalStateException("booking-service isn't running");
        }
        return it;
    }

    Cpu cpu() {
        return Cpu.now(booking().process().toHandle());
    }

    Map<String, String> settings() {
        return settings("booking");
    }

    private Map<String, String> settings(String service) {
        Map<String, String> settings = new HashMap<>(servers.environment(service));
        settings.put("HAIRLINE_SECURITY_ISSUER", TestIssuer.get().issuer());
        settings.put("HAIRLINE_SECURITY_JWKS", TestIssuer.get().jwks());
        return settings;
    }

    void startBooking(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> settings = settings();
        settings.putAll(more);
        booking = ServiceProcess.start(settings, Ports.free(), Ports.free());
    }

    /** Another service, for one figure. */
    ServiceProcess startBeside(String service) throws IOException, InterruptedException {
        return ServiceProcess.start(
                service, ServiceProcess.plain(service), settings(service), Ports.free(), Ports.free());
    }

    /** Another service that may take so long until it is ready, which it is when it has read its topics. */
    ServiceProcess startBeside(String service, Duration untilReady) throws IOException, InterruptedException {
        return ServiceProcess.start(
                service, ServiceProcess.plain(service), settings(service), Ports.free(), Ports.free(), untilReady);
    }

    /** Does nothing if it is stopped already. */
    void stopBooking() {
        if (booking != null) {
            booking.close();
        }
        booking = null;
    }

    String mongoUri() {
        return mongoUri("booking");
    }

    String mongoUri(String service) {
        return servers.mongoUri(service);
    }

    /** Settings of a Kafka client that may do everything, in a map of the caller's own. */
    Map<String, Object> kafka() {
        return servers.kafkaClient();
    }

    /** A topic of the bench's own with as many partitions as booking's. */
    String freshTopic(String name) {
        String topic = servers.namespace() + name;
        int partitions = Topics.all("").stream()
                .filter(it -> it.name().equals(Topics.BOOKING_EVENTS))
                .findFirst()
                .orElseThrow()
                .partitions();
        servers.kafkaAccess().create(List.of(new Topics.Topic(topic, partitions, Map.of())));
        return topic;
    }

    String bookingTopic() {
        return servers.namespace() + Topics.BOOKING_EVENTS;
    }

    /** Head office with its clinics, for the figures of its dashboards; booking-service is stopped for it. */
    HeadOfficeProcess headOffice() throws Exception {
        stopBooking();
        HeadOfficeProcess it = headOffice == null ? HeadOfficeProcess.open(this) : headOffice;
        headOffice = it;
        return it;
    }

    /** The records of this run, each with an id of its own. */
    EventRecords records() {
        return records;
    }

    /** What stands before the names of this run's topics and groups. */
    String namespace() {
        return servers.namespace();
    }

    private void publish(List<DomainEvent> facts) throws Exception {
        Map<String, Integer> versions = new HashMap<>();
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (DomainEvent fact : facts) {
                int version = versions.merge(fact.subject(), 1, Integer::sum);
                sent.add(producer.send(records.of(Topics.HEADOFFICE_EVENTS, fact, version, Instant.now())));
            }
            for (Future<RecordMetadata> it : sent) {
                it.get();
            }
        }
    }

    @Override
    public void close() {
        stopBooking();
        if (headOffice != null) {
            headOffice.close();
        }
    }
}
