package io.hairline.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersIT {

    private static final LocalServers SERVERS = LocalServers.start();

    @AfterAll
    static void stop() {
        SERVERS.stop();
    }

    @Test
    void findsItsDocumentsAgainAfterAPowerCut() {
        try (MongoClient client = MongoClients.create(SERVERS.localMongo().service("booking"))) {
            MongoCollection<Document> clients = client.getDatabase("booking")
                    .getCollection("clients")
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            clients.insertOne(new Document("_id", "cli_1"));

            SERVERS.localMongo().kill();
            assertThat(SERVERS.localMongo().isAlive()).isFalse();
            SERVERS.localMongo().start();

            assertThat(clients.countDocuments()).isEqualTo(1);
        }
    }

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
    void findsItsTopicsAgainAfterAPowerCut() {
        KafkaAccess.create(SERVERS.kafka(), Topics.all("kept."));

        SERVERS.localKafka().kill();
        assertThat(SERVERS.localKafka().isAlive()).isFalse();
        SERVERS.localKafka().start();

        assertThat(KafkaAccess.topics(SERVERS.kafka(), "kept."))
                .hasSize(Topics.all("").size());
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
