package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the servers of a test run come from. */
interface TestServers {

    /** Names the bootstrap servers; with {@code _USERNAME} and {@code _PASSWORD} behind it, an administrator. */
    String KAFKA = "HAIRLINE_TEST_KAFKA";

    String mongoUri();

    KafkaAccess kafka();

    default MongoServer localMongo() {
        throw new LauncherException(
                "These tests use a MongoDB that isn't theirs to stop: take TestInfrastructure.ofItsOwn()");
    }

    default MongoReplicaSet mongoSet() {
        throw new LauncherException("Only a MongoDB of one's own can grow: take TestInfrastructure.ofItsOwn()");
    }

    default KafkaServer localKafka() {
        throw new LauncherException(
                "These tests use a Kafka that isn't theirs to stop: take TestInfrastructure.ofItsOwn()");
    }

    default ChildProcess start(String name, Path log, Map<String, String> environment, List<String> command) {
        throw new LauncherException(
                "Only servers of one's own watch over processes: take TestInfrastructure.ofItsOwn()");
    }

    /** Whether others use them too, so that what this JVM made in them must be deleted. */
    boolean areShared();

    void stop();

    static TestServers obtain(Map<String, String> environment) {
        @Nullable String mongoUri = environment.get("HAIRLINE_TEST_MONGODB");
        @Nullable String kafka = environment.get(KAFKA);
        if (mongoUri != null && kafka != null) {
            return new Named(mongoUri, new KafkaAccess(kafka, KafkaLogin.of(environment, KAFKA)));
        }
        if (mongoUri != null || kafka != null) {
            throw new LauncherException("Set both HAIRLINE_TEST_MONGODB and HAIRLINE_TEST_KAFKA, or neither.");
        }
        if (ContainerServers.engineAnswers(environment)) {
            try {
                return ContainerServers.start();
            } catch (RuntimeException e) {
                System.getLogger("hairline")
                        .log(
                                System.Logger.Level.WARNING,
                                "No containers ({0}); child processes instead",
                                e.getMessage());
            }
        }
        return LocalServers.start();
    }

    /** Servers that the environment names. */
    record Named(String mongoUri, KafkaAccess kafka) implements TestServers {

        @Override
        public boolean areShared() {
            return true;
        }

        @Override
        public void stop() {}
    }
}
