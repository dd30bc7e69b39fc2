package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A server as a child process. After a kill, {@link #start} finds data and ports again. */
public abstract sealed class LocalServer permits KafkaServer, MailServer, MongoServer {

    private static final Duration UNTIL_ENDED = Duration.ofSeconds(20);

    private final String name;
    private final ChildProcess process;
    private final Path log;
    private final int port;

    LocalServer(String name, Path pidFile, Path log, int port) {
        this.name = name;
        this.process = new ChildProcess(pidFile);
        this.log = log;
        this.port = port;
    }

    /** Starts it, and returns when it answers. */
    public abstract void start();

    /** Starts its process, and returns when {@code answers} says so. */
    final void launch(List<String> command, Duration patience, BooleanSupplier answers) {
        ChildProcess.start(process.pidFile(), log, Map.of(), command);
        boolean answered = Waiting.until(patience, () -> {
            if (!process.isAlive()) {
                throw new LauncherException("%s ended at once; why is in %s".formatted(name, log));
            }
            return answers.getAsBoolean();
        });
        if (!answered) {
            throw new LauncherException(
                    "%s didn't answer within %d seconds; why is in %s".formatted(name, patience.toSeconds(), log));
        }
    }

    /** Whether something listens on its port. */
    final boolean listens() {
        return !Ports.isFree(port);
    }

    public final boolean isAlive() {
        return process.isAlive();
    }

    public final ChildProcess process() {
        return process;
    }

    final Path log() {
        return log;
    }

    public final int port() {
        return port;
    }

    public final void stop() {
        process.stop(UNTIL_ENDED);
    }

    /** As a power cut would. */
    public final void kill() {
        process.kill();
    }
}
