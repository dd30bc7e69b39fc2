package io.hairline.acceptance.world;

import static org.awaitility.Awaitility.await;

import io.hairline.launcher.infrastructure.TestInfrastructure;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One process of a service, which may be killed, frozen and started again on the same ports. */
public final class Instance {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestInfrastructure servers;
    private final List<String> command;
    private final String name;
    private final Map<String, String> settings;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final Path log;
    private @Nullable ChildProcess process;

    Instance(TestInfrastructure servers, List<String> command, String name, Map<String, String> settings) {
        this.servers = servers;
        this.command = command;
        this.name = name;
        this.settings = settings;
        this.log = World.target().resolve("logs").resolve(name + ".log");
    }

    /** Starts it with these settings as well; does nothing if it runs. */
    public synchronized void ensureStarted(Map<String, String> more) {
        if (isAlive()) {
            return;
        }
        Map<String, String> all = new TreeMap<>(settings);
        all.put("SERVER_PORT", String.valueOf(port));
        all.put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
        all.putAll(more);
        process = servers.start(name, log, all, command);
    }

    public Instance awaitReady() {
        return awaitReady(PATIENCE);
    }

    Instance awaitReady(Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(200)).until(this::isReady);
        return this;
    }

    public boolean isReady() {
        return health("readiness") == 200;
    }

    /** What a probe of this group of health indicators is answered: 200, 503, or 0 if nothing is. */
    public int health(String group) {
        return operator().get("/actuator/health/" + group).status();
    }

    /** The user {@code ops} at its management port. */
    public Api operator() {
        return Api.basic(this::management, "ops", servers.opsPassword());
    }

    /** Anybody at its management port. */
    public Api stranger() {
        return new Api(this::management, () -> null);
    }

    private URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** SIGKILL. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** SIGSTOP. */
    public synchronized void pause() {
        if (process != null) {
            process.pause();
        }
    }

    /** SIGCONT. */
    public synchronized void resume() {
        if (process != null) {
            process.resume();
        }
    }

    public boolean hasLogged(String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }
}
