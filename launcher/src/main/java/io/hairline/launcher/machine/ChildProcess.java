package io.hairline.launcher.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process that may outlive its starter, found again by a file with its id and start time, so that nobody else's
 * process with a recycled id is ever taken for it.
 */
public record ChildProcess(Path pidFile) {

    private static final String OWNER_ONLY = "umask 077; exec \"$@\"";
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

    /**
     * Starts it in a session of its own, so that closing the terminal doesn't end it. What it writes can be read by its
     * owner only.
     */
    public static ChildProcess start(Path pidFile, Path log, Map<String, String> environment, List<String> command) {
        List<String> detached = new ArrayList<>(List.of("sh", "-c", OWNER_ONLY, "sh"));
        onPath("setsid").or(() -> onPath("nohup")).ifPresent(it -> detached.add(it.toString()));
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            ProjectFolder.madeFor(log);
            ProjectFolder.madeFor(pidFile);
            ProcessHandle handle = builder.start().toHandle();
            Files.writeString(pidFile, handle.pid() + " " + startOf(handle).toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChildProcess(pidFile);
    }

    public Optional<ProcessHandle> find() {
        try {
            String[] words = Files.readString(pidFile).strip().split(" ", -1);
            Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(it -> Duration.between(started, startOf(it)).abs().compareTo(CLOCK_SLACK) < 0);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    /** Asks it and the processes that it started to end, and after {@code patience} ends it. */
    public void stop(Duration patience) {
        find().ifPresent(handle -> {
            handle.descendants().forEach(ProcessHandle::destroy);
            handle.destroy();
            if (!ended(handle, patience)) {
                handle.destroyForcibly();
                ended(handle, Duration.ofSeconds(10));
            }
        });
        forget();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        find().ifPresent(handle -> {
            handle.destroyForcibly();
            ended(handle, Duration.ofSeconds(10));
        });
        forget();
    }

    /** Freezes it where it stands, as a machine that swaps or a long collection of garbage would. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        find().ifPresent(handle -> {
            try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(handle.pid()))
                        .start()
                        .onExit()
                        .join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    public static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Further options for the JVMs of services and broker, from the environment; the broker's heap stays its own. */
    public static List<String> moreJavaOptions() {
        return Stream.of(System.getenv()
                        .getOrDefault("HAIRLINE_JAVA_OPTIONS", "")
                        .split(" ", -1))
                .filter(it -> !it.isBlank())
                .toList();
    }

    /** The java program that runs this very process. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
