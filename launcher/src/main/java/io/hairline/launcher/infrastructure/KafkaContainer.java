package io.hairline.launcher.infrastructure;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The broker of {@code docker-compose.yml} for tests, with the same start script and so the same users. */
final class KafkaContainer extends GenericContainer<KafkaContainer> {

    static final String IMAGE = "apache/kafka:4.2.1";

    private static final int PORT = 9092;
    private static final String SCRIPT = "/tmp/start";

    private final String password = Secrets.random(18);

    @SuppressWarnings("this-escape") // as every container of Testcontainers is configured
    KafkaContainer() {
        super(DockerImageName.parse(IMAGE));
        withEnv("KAFKA_ADMIN_PASSWORD", password);
        withEnv("KAFKA_BROKER_PASSWORD", Secrets.random(18));
        withEnv("KAFKA_HEAP_OPTS", "-Xmx256m");
        withExposedPorts(PORT);
        withCreateContainerCmdModifier(it -> it.withEntrypoint(
                "bash", "-c", "while [[ ! -x %1$s ]]; do sleep 0.1; done; exec bash %1$s".formatted(SCRIPT)));
        waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
        withStartupTimeout(Duration.ofMinutes(2));
    }

    /** Only now the port is known under which clients outside reach it. */
    @Override
    protected void containerIsStarting(InspectContainerResponse container) {
        try {
            String script = Files.readString(ProjectFolder.find().root().resolve("docker/kafka/start"));
            String advertised = "export KAFKA_ADVERTISED=%s:%d%n".formatted(getHost(), getMappedPort(PORT));
            copyFileToContainer(Transferable.of(advertised + script, 0755), SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KafkaAccess access() {
        return new KafkaAccess(
                getHost() + ":" + getMappedPort(PORT), new KafkaLogin(KafkaServer.ADMINISTRATOR, password));
    }
}
