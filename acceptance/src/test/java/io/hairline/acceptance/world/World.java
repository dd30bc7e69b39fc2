package io.hairline.acceptance.world;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.AotRecording;
import io.hairline.launcher.system.Applications;
import io.hairline.launcher.system.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Two instances of booking-service on a mongod and a broker that nobody else uses, with the test as their head office and
 * issuer. It is made once and lives as long as this JVM.
 */
public final class World {

    private static final String BOOKING = "booking";
    private static @Nullable World instance;

    private final TestInfrastructure servers;
    private final List<Instance> bookings;
    private final Franchise franchise;
    private final MongoClient mongo;

    private World(TestInfrastructure servers, List<String> booking) {
        this.servers = servers;
        this.bookings = List.of(
                new Instance(servers, booking, "booking-1", settings(servers, BOOKING)),
                new Instance(servers, booking, "booking-2", settings(servers, BOOKING)));
        this.franchise = new Franchise(servers.kafkaClient(), servers.namespace() + Topics.HEADOFFICE_EVENTS);
        this.mongo = MongoClients.create(servers.mongoUri(BOOKING));
    }

    /** Both instances are ready, whatever the test before has done to them. */
    public static synchronized World healed() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
        World known = instance;
        if (known == null) {
            synchronized (Checkout.BEGINNING) {
                known = begin().up();
            }
            instance = known;
        }
        return known.up();
    }

    private static World begin() {
        TestInfrastructure servers = TestInfrastructure.ofItsOwn();
        servers.createTopics();
        ProjectFolder.delete(target().resolve("logs"));
        return new World(servers, command(servers, BOOKING));
    }

    private World up() {
        bookings.forEach(it -> it.ensureStarted(Map.of()));
        bookings.forEach(Instance::awaitReady);
        return this;
    }

    /** Unpacked apart from what {@code hairline up} runs, so that a test never pulls it away. */
    static List<String> command(TestInfrastructure servers, String name) {
        Service service = Service.ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        Applications applications = new Applications(ProjectFolder.find(), target().resolve("apps"));
        synchronized (Checkout.BEGINNING) {
            applications.unpack();
            AotRecording recording = applications.recording(service);
            if (!recording.isThere()) {
                recording.make(settings(servers, name), target().resolve("recording.log"));
            }
        }
        return applications.command(service);
    }

    static Path target() {
        return ProjectFolder.find().root().resolve("acceptance").resolve("target");
    }

    static Map<String, String> settings(TestInfrastructure servers, String service) {
        Map<String, String> settings = new TreeMap<>(servers.environment(service));
        settings.put("HAIRLINE_SECURITY_ISSUER", TestIssuer.get().issuer());
        settings.put("HAIRLINE_SECURITY_JWKS", TestIssuer.get().jwks());
        return settings;
    }

    public TestInfrastructure servers() {
        return servers;
    }

    public List<Instance> bookings() {
        return bookings;
    }

    public Franchise franchise() {
        return franchise;
    }

    /** One that is up; any if none is. */
    public Instance anyBooking() {
        List<Instance> alive = bookings.stream().filter(Instance::isAlive).toList();
        List<Instance> choice = alive.isEmpty() ? bookings : alive;
        return choice.get(ThreadLocalRandom.current().nextInt(choice.size()));
    }

    /** Booking's own database. */
    public MongoDatabase database() {
        return mongo.getDatabase(Objects.requireNonNull(new ConnectionString(servers.mongoUri(BOOKING)).getDatabase()));
    }

    /** Everything ever sent to booking's topic. */
    public Topic bookingEvents() {
        return new Topic(servers.kafkaClient(), servers.namespace() + Topics.BOOKING_EVENTS);
    }

    /** Which instance listens to which part of head office's topic, and how far it is behind. */
    public String headOfficesListeners() {
        String topic = servers.namespace() + Topics.HEADOFFICE_EVENTS;
        return new Listeners(servers.kafkaClient(), servers.namespace() + BOOKING, topic).described();
    }

    /** Calls as head office, at this instance. */
    public Api headOfficeAt(Instance booking) {
        return new Api(booking::address, franchise.headOfficePerson());
    }

    /** Calls as head office, at whichever instance is up. */
    public Api headOffice() {
        return new Api(() -> anyBooking().address(), franchise.headOfficePerson());
    }
}
