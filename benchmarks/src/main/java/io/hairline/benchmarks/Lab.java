package io.hairline.benchmarks;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import io.hairline.launcher.machine.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Real MongoDB, real Kafka, a made-up network, and booking-service as a process of its own. */
final class Lab implements AutoCloseable {

    /** Bookings a second, where something else is measured and others book as usual. */
    static final int USUAL_RATE = 20;

    private static final int CLIENTS = 1_000;

    private final TestInfrastructure servers = TestInfrastructure.ofItsOwn();
    private final World world = new World();
    private final AtomicInteger nextPlace = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final List<String> clients = new ArrayList<>();
    private final boolean full;
    private final PrintStream progress;
    private @Nullable ServiceProcess booking;

    private Lab(boolean full, PrintStream progress) {
        this.full = full;
        this.progress = progress;
    }

    static Lab open(boolean full, PrintStream progress) throws Exception {
        Lab lab = new Lab(full, progress);
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

    World world() {
        return world;
    }

    /** Ten thousand clinics instead of twenty. */
    void openManyClinics() throws Exception {
        publish(world.manyClinics());
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
        int places = World.PRACTITIONERS;
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

    void stopBooking() {
        booking().close();
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

    private void publish(List<DomainEvent> facts) throws Exception {
        Map<String, Integer> versions = new HashMap<>();
        JsonMapper json = JsonMapper.builder().build();
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (DomainEvent fact : facts) {
                int version = versions.merge(fact.subject(), 1, Integer::sum);
                var record = new ProducerRecord<>(
                        servers.namespace() + Topics.HEADOFFICE_EVENTS, fact.subject(), json.writeValueAsBytes(fact));
                header(record, Attributes.ID, "evt_" + World.ulid(events.incrementAndGet()));
                header(record, Attributes.SOURCE, Attributes.sourceOf(Topics.HEADOFFICE_EVENTS));
                header(record, Attributes.TYPE, WireNames.nameOf(fact.getClass()));
                header(record, Attributes.TIME, Instant.now().toString());
                header(record, Attributes.SUBJECT, fact.subject());
                header(record, Attributes.AGGREGATE_VERSION, Integer.toString(version));
                var clinic = fact.clinic();
                if (clinic != null) {
                    header(record, Attributes.CLINIC_ID, clinic.value());
                }
                sent.add(producer.send(record));
            }
            for (Future<RecordMetadata> it : sent) {
                it.get();
            }
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        if (booking != null) {
            stopBooking();
        }
    }
}
