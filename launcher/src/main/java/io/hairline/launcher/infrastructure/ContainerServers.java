package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Containers of the official images; Testcontainers removes them when this JVM is gone. */
record ContainerServers(GenericContainer<?> mongo, String mongoPassword, KafkaContainer broker) implements TestServers {

    static final String MONGO_IMAGE = "mongo:8.0.17";

    private static final String WITH_KEY_FILE = """
            printf %%s "$KEY" >/tmp/key && chmod 400 /tmp/key && chown mongodb:mongodb /tmp/key
            exec docker-entrypoint.sh mongod --replSet hairline --bind_ip_all --keyFile /tmp/key --quiet \\
              --setParameter transactionLifetimeLimitSeconds=%d
            """.formatted(MongoServer.TRANSACTION_SECONDS);

    static boolean engineAnswers(Map<String, String> environment) {
        return (environment.containsKey("DOCKER_HOST") || Files.exists(Path.of("/var/run/docker.sock")))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource")
    static ContainerServers start() {
        String password = Secrets.random(18);
        GenericContainer<?> mongo = new GenericContainer<>(DockerImageName.parse(MONGO_IMAGE))
                .withEnv("MONGO_INITDB_ROOT_USERNAME", "root")
                .withEnv("MONGO_INITDB_ROOT_PASSWORD", password)
                .withEnv("KEY", Secrets.random(96))
                .withCreateContainerCmdModifier(it -> it.withEntrypoint("bash", "-c", WITH_KEY_FILE))
                .withExposedPorts(27017)
                .waitingFor(Wait.forLogMessage(".*Waiting for connections.*", 2))
                .withStartupTimeout(Duration.ofMinutes(2));
        mongo.start();
        KafkaContainer broker = new KafkaContainer();
        broker.start();
        ContainerServers servers = new ContainerServers(mongo, password, broker);
        MongoAccess access = new MongoAccess(servers.mongoUri());
        access.initiate("localhost:27017");
        access.awaitPrimary(Duration.ofSeconds(30));
        return servers;
    }

    @Override
    public String mongoUri() {
        return "mongodb://root:%s@%s:%d/?authSource=admin&directConnection=true"
                .formatted(mongoPassword, mongo.getHost(), mongo.getMappedPort(27017));
    }

    @Override
    public KafkaAccess kafka() {
        return broker.access();
    }

    @Override
    public boolean areShared() {
        return false;
    }

    @Override
    public void stop() {
        mongo.stop();
        broker.stop();
    }
}
