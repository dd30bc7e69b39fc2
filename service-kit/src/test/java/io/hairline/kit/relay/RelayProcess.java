package io.hairline.kit.relay;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.counter.TestWorld;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A relay in a process of its own, which can be killed and put to sleep. */
final class RelayProcess implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(4);

    private final Process process;

    private RelayProcess(Process process) {
        this.process = process;
    }

    static RelayProcess start(TestWorld world) {
        return start(world, "", 0);
    }

    static RelayProcess start(TestWorld world, String crashAt, int after) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            System.getProperty("java.home") + "/bin/java",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RelayProcess.class.getName(),
                            world.uri(),
                            world.topic(),
                            crashAt,
                            String.valueOf(after)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            world.kafka().forEach((name, value) -> builder.environment().put(name, value.toString()));
            return new RelayProcess(builder.start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (MongoClient client = TestWorld.client(arguments[0])) {
            Relay relay = new Relay(
                    client.getDatabase(Objects.requireNonNull(new ConnectionString(arguments[0]).getDatabase())),
                    arguments[1],
                    "counter",
                    kafka(),
                    TestWorld.clock(),
                    new CrashPoints(arguments[2], Integer.parseInt(arguments[3])),
                    LEASE);
            relay.start();
            Thread.currentThread().join();
        }
    }

    /** From the environment, because everybody sees command lines. */
    private static Map<String, Object> kafka() {
        Map<String, Object> kafka = new HashMap<>(System.getenv());
        kafka.keySet()
                .retainAll(Set.of("bootstrap.servers", "security.protocol", "sasl.mechanism", "sasl.jaas.config"));
        return kafka;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exit() throws InterruptedException {
        process.waitFor(30, TimeUnit.SECONDS);
        return process.exitValue();
    }

    /** {@code SIGSTOP}: it sleeps, and doesn't know. */
    void suspend() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new IllegalStateException("No such process");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
