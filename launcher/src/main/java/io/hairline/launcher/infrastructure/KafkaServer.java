package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An Apache Kafka broker: one KRaft node that is broker and controller, on the loopback address. Everybody logs in, nobody
 * may do anything that no access control list allows, and no topic comes into being by itself. What {@code
 * docker/kafka/start} writes for the container is the same.
 */
public final class KafkaServer extends LocalServer {

    static final String ADMINISTRATOR = "admin";
    private static final String ITSELF = "broker";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path jars;
    private final Path folder;
    private final int controllerPort;
    private final Secrets secrets;

    public KafkaServer(Path jars, Path folder, Path log, int port, int controllerPort, Secrets secrets) {
        super("Kafka", folder.resolve("pid"), log, port);
        this.jars = jars;
        this.folder = folder;
        this.controllerPort = controllerPort;
        this.secrets = secrets;
    }

    @Override
    public void start() {
        linkJars();
        Path config = configure();
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            format(config);
        }
        launch(java("-Xmx256m", "kafka.Kafka", config.toString()), PATIENCE, this::listens);
        access().awaitReady(PATIENCE);
    }

    /** The running broker has its own (hard) copy of the jars, so that a clean build doesn't pull them away. */
    private void linkJars() {
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

    /**
     * Clients log in with SCRAM, whose keys lie in Kafka's own metadata. The controller can't read them before it runs, so
     * that the broker's own connection to it uses PLAIN, with the password that stands in this file.
     */
    private Path configure() {
        String self = secrets.password("kafka-" + ITSELF);
        return write(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                sasl.enabled.mechanisms=SCRAM-SHA-512
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.clients.scram-sha-512.sasl.jaas.config=%4$s
                listener.name.controller.plain.sasl.jaas.config=%5$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:admin;User:broker
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
                """.formatted(
                        port(),
                        controllerPort,
                        folder.resolve("data"),
                        KafkaLogin.jaas("scram.ScramLoginModule", ITSELF, self, ""),
                        KafkaLogin.jaas("plain.PlainLoginModule", ITSELF, self, " user_broker=\"" + self + '"')));
    }

    /**
     * The first two users come with the data. Their passwords are in a file, because everybody sees command lines; the output
     * is dropped, because the tool prints the keys that it has made of them.
     */
    private void format(Path config) {
        Path arguments = write(
                folder.resolve("format"),
                String.join(
                        "\n",
                        "format",
                        "--cluster-id",
                        clusterId(),
                        "--config",
                        config.toString(),
                        "--add-scram",
                        scram(ITSELF),
                        "--add-scram",
                        scram(ADMINISTRATOR)));
        try {
            Process format = new ProcessBuilder(
                            java("-XX:TieredStopAtLevel=1", "kafka.tools.StorageTool", "@" + arguments))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (format.waitFor() != 0) {
                throw new LauncherException("Kafka's folder couldn't be prepared; why is in " + log());
            }
            Files.delete(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while Kafka's folder was prepared.");
        }
    }

    private String scram(String user) {
        return "%s=[name=%s,password=%s]".formatted(KafkaLogin.MECHANISM, user, secrets.password("kafka-" + user));
    }

    private static Path write(Path file, String content) {
        try {
            return Secrets.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', 'A');
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
        return "127.0.0.1:" + port();
    }

    /** The broker as its administrator sees it. */
    public KafkaAccess access() {
        return new KafkaAccess(address(), new KafkaLogin(ADMINISTRATOR, secrets.password("kafka-" + ADMINISTRATOR)));
    }
}
