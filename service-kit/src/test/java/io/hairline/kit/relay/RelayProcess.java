package io.hairline.kit.relay;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.counter.TestWorld;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
            return new RelayProcess(new ProcessBuilder(List.of(
                            System.getProperty("java.home") + "/bin/java",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RelayProcess.class.getName(),
                            world.uri(),
                            world.topic(),
                            world.kafka(),
                            crashAt,
                            String.valueOf(after)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
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
                    arguments[2],
                    TestWorld.clock(),
                    new CrashPoints(arguments[3], Integer.parseInt(arguments[4])),
                    LEASE);
            relay.start();
            Thread.currentThread().join();
        }
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
