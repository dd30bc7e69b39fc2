package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An Apache Kafka broker as a child process: one KRaft node that is broker and controller. It creates no topic by
 * itself. After a kill, {@link #start} finds data and ports again.
 */
public final class KafkaServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path jars;
    private final Path folder;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final ChildProcess process;

    public KafkaServer(Path jars, Path folder, Path log, int port, int controllerPort) {
        this.jars = jars;
        this.folder = folder;
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
        this.process = new ChildProcess(folder.resolve("pid"));
    }

    public void start() {
        layOut();
        Path config = configure();
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            format(config);
        }
        ChildProcess.start(process.pidFile(), log, Map.of(), java("-Xmx256m", "kafka.Kafka", config.toString()));
        boolean answers = Waiting.until(PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new LauncherException("Kafka ended at once; why is in " + log);
            }
            return !Ports.isFree(port);
        });
        if (!answers) {
            throw new LauncherException("Kafka didn't answer within a minute; why is in " + log);
        }
        KafkaAccess.awaitReady(address(), PATIENCE);
    }

    /** The running broker has its own (hard) copy of the jars, so that a clean build doesn't pull them away. */
    private void layOut() {
        Path own = ProjectFolder.made(folder.resolve("jars"));
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.toList()) {
                Path copy = own.resolve(jar.getFileName());
                if (!Files.exists(copy)) {
                    link(jar, copy);
                }
            }
        } catch (IOException e) {
            throw new LauncherException(
                    "Kafka's jars aren't there yet. Build them: ./mvnw -pl kafka-broker generate-resources", e);
        }
    }

    private static void link(Path jar, Path copy) throws IOException {
        try {
            Files.createLink(copy, jar);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(jar, copy);
        }
    }

    private Path configure() {
        try {
            return Files.writeString(
                    folder.resolve("server.properties"), """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@127.0.0.1:%2$d
                    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                    inter.broker.listener.name=PLAINTEXT
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s
                    auto.create.topics.enable=false
                    offsets.topic.num.partitions=4
                    offsets.topic.replication.factor=1
                    transaction.state.log.num.partitions=4
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    share.coordinator.state.topic.num.partitions=1
                    share.coordinator.state.topic.replication.factor=1
                    share.coordinator.state.topic.min.isr=1
                    group.coordinator.rebalance.protocols=classic,consumer
                    group.initial.rebalance.delay.ms=0
                    group.min.session.timeout.ms=1000
                    group.consumer.min.session.timeout.ms=1000
                    group.consumer.session.timeout.ms=6000
                    group.consumer.min.heartbeat.interval.ms=500
                    group.consumer.heartbeat.interval.ms=1000
                    log.cleaner.dedupe.buffer.size=16777216
                    log.index.size.max.bytes=1048576
                    num.network.threads=2
                    num.io.threads=4
                    background.threads=2
                    """.formatted(port, controllerPort, folder.resolve("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void format(Path config) {
        try {
            Process format = new ProcessBuilder(java(
                            "-XX:TieredStopAtLevel=1",
                            "kafka.tools.StorageTool",
                            "format",
                            "--cluster-id",
                            clusterId(),
                            "--config",
                            config.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (format.waitFor() != 0) {
                throw new LauncherException("Kafka's folder couldn't be prepared; why is in " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while Kafka's folder was prepared.");
        }
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace('-', 'A');
    }

    private List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-cp",
                folder.resolve("jars") + "/*"));
        command.addAll(ChildProcess.moreJavaOptions());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Bootstrap servers for clients. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public ChildProcess process() {
        return process;
    }

    public int port() {
        return port;
    }

    public void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    /** As a power cut would. */
    public void kill() {
        process.kill();
    }

    public void restart() {
        stop();
        start();
    }
}
