package io.hairline.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left, and what isn't, of servers that were stopped. */
class LocalServersEndIT {

    @Test
    void keepsItsDocumentsWhenItMovesToAnotherPort(@TempDir Path folder) {
        Path mongod = MongodBinary.of(ProjectFolder.find()).require(_ -> {});
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        MongoServer first = new MongoServer(mongod, folder, folder.resolve("log"), Ports.free(), secrets);
        MongoServer moved = new MongoServer(mongod, folder, folder.resolve("log"), Ports.free(), secrets);
        first.start();
        String database = "booking";
        try (MongoClient client = MongoClients.create(first.service(database))) {
            client.getDatabase(database).getCollection("clients").insertOne(new Document("_id", "cli_1"));
        }
        first.stop();

        moved.start();

        try (MongoClient client = MongoClients.create(moved.service(database))) {
            assertThat(client.getDatabase(database).getCollection("clients").countDocuments())
                    .isEqualTo(1);
        } finally {
            moved.stop();
        }
    }

    @Test
    void endsItsProcessesAndDeletesTheirDataWhenTheTestsEnd() {
        LocalServers shortLived = LocalServers.start();
        ChildProcess mongod = shortLived.localMongo().process();
        ProcessHandle mongo = mongod.find().orElseThrow();
        ProcessHandle kafka = shortLived.localKafka().process().find().orElseThrow();
        Path folder = mongod.pidFile().resolve("../..").normalize();

        shortLived.stop();

        await().atMost(Duration.ofSeconds(10)).until(() -> !mongo.isAlive() && !kafka.isAlive());
        assertThat(Files.exists(folder)).isFalse();
    }
}
