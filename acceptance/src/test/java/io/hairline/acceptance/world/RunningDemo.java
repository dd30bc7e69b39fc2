package io.hairline.acceptance.world;

import io.hairline.launcher.command.LogIn;
import io.hairline.launcher.history.HistoryLoader;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Waiting;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Progress;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.system.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything that {@code hairline up} starts, once for all tests that only use it; its clock may have been moved. */
public final class RunningDemo implements AutoCloseable {

    /** How many clients have a past: the latest, so that some of it is still to come. */
    public static final int STORIES = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static @Nullable RunningDemo running;

    private final ProjectFolder project;
    private final Addresses addresses = FreeAddresses.pick();
    private final LocalSystem system;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningDemo(String folder) {
        this.project = new ProjectFolder(Checkout.sharingRecordings(folder).folder());
        this.system = new LocalSystem(project, addresses);
    }

    /** One of the caller's own, without a past. */
    public static RunningDemo afresh(String folder) {
        RunningDemo fresh = new RunningDemo(folder);
        fresh.start();
        return fresh;
    }

    /** One of the caller's own with all that a newcomer's has: two years, today and the coming weeks. It takes minutes. */
    public static RunningDemo atWork(String folder) {
        RunningDemo fresh = new RunningDemo(folder);
        new HistoryLoader(fresh.project, fresh.addresses, fresh.start()).loadOnce();
        return fresh;
    }

    /** It is stopped when the tests end. */
    public static synchronized RunningDemo get() {
        RunningDemo it = running;
        if (it == null) {
            it = new RunningDemo("demo");
            running = it;
            synchronized (Checkout.BEGINNING) {
                Progress progress = it.start();
                new HistoryLoader(it.project, it.addresses, progress).load(STORIES);
            }
        }
        return it;
    }

    private Progress start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        Progress progress = new Progress(System.out);
        synchronized (Checkout.BEGINNING) {
            system.start(true, progress);
        }
        return progress;
    }

    @Override
    public void close() {
        system.stop(_ -> {});
    }

    public LocalSystem system() {
        return system;
    }

    public Addresses addresses() {
        return addresses;
    }

    public URI portal() {
        return addresses.portal();
    }

    public Mailbox mailbox() {
        return new Mailbox(addresses.mailbox());
    }

    public URI api() {
        return URI.create(portal() + "/api/v1");
    }

    /** Kills the portal and starts it again, as an operator does after a crash, and waits until it answers. */
    public void restartPortal() {
        Service portal = portalService();
        system.process(portal).process().kill();
        system.startAgain(portal, true);
        if (!Waiting.until(PATIENCE, () -> system.process(portal).isReady())) {
            throw new IllegalStateException("the portal isn't ready again");
        }
    }

    /**
     * A second process of a service.
     *
     * @param port where it answers
     */
    public record Twin(ChildProcess process, int port) {}

    /** Starts one more process of a service, with the settings of the first but for its ports, and waits until it is ready. */
    public Twin startTwin(Service service) {
        Map<String, String> settings = new Settings(project, addresses, true).of(service, system.databaseOf(service));
        int port = Ports.free();
        int management = Ports.free();
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        ChildProcess process = ChildProcess.start(
                project.hairline().resolve("run/twin-" + service.name() + ".pid"),
                project.hairline().resolve("logs/twin-" + service.name() + ".log"),
                settings,
                system.applications().command(service));
        Api health = new Api(() -> URI.create("http://127.0.0.1:" + management), () -> null);
        if (!Waiting.until(
                PATIENCE, () -> health.get("/actuator/health/readiness").status() == 200)) {
            throw new IllegalStateException("the second " + service.name() + " isn't ready");
        }
        return new Twin(process, port);
    }

    /** What the portal is among the services. */
    public static Service portalService() {
        return Service.ALL.stream()
                .filter(it -> it.name().equals("portal"))
                .findFirst()
                .orElseThrow();
    }

    /** Settings of a Kafka client that may read all events. */
    public Map<String, Object> observer() {
        return Settings.observer(project, addresses).client(addresses.bootstrapServers());
    }

    public String password() {
        return Settings.demoPassword(project);
    }

    /** As a demo user, who logs in once: a demo's token outlives the tests. */
    public Api as(String login) {
        return bearer(tokens.computeIfAbsent(login, this::token));
    }

    /** Of a log-in of its own. */
    public String token(String login) {
        return new LogIn(portal()).token(login, password());
    }

    /** A visitor with a guest token of their own. */
    public Api guest() {
        String token = new Api(this::portal, () -> null)
                .post("/oauth2/guest", Map.of())
                .text("access_token");
        return bearer(token);
    }

    public Api bearer(String token) {
        return new Api(this::api, () -> "Bearer " + token);
    }

    public LocalDate today() {
        String now = as("head-office").get("/demo/clock").text("instant");
        return LocalDate.ofInstant(Instant.parse(now), ZoneOffset.UTC);
    }
}
