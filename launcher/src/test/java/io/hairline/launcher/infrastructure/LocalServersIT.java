package io.hairline.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.hairline.contracts.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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

    /** Kafka's format tool prints the keys of the users that it creates. */
    @Test
    void writesNoKeysOfUsersIntoItsLogs() throws IOException {
        assertThat(Files.readString(SERVERS.folder().resolve("kafka.log")))
                .doesNotContainIgnoringCase("ScramCredential");
    }

    @Test
    void closesDataAndSecretsToOthers() throws IOException {
        try (Stream<Path> files = Files.walk(SERVERS.folder())) {
            List<Path> open = files.filter(it -> !it.startsWith(SERVERS.folder().resolve("kafka/jars")))
                    .filter(Files::isDirectory)
                    .filter(it -> !permissions(it).equals("rwx------"))
                    .toList();
            assertThat(open).isEmpty();
        }
        assertThat(permissions(SERVERS.folder().resolve("kafka/server.properties")))
                .isEqualTo("rw-------");
        assertThat(SERVERS.folder().resolve("kafka/format")).doesNotExist();
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void findsItsTopicsAgainAfterAPowerCut() {
        SERVERS.kafka().create(Topics.all("kept."));

        SERVERS.localKafka().kill();
        assertThat(SERVERS.localKafka().isAlive()).isFalse();
        SERVERS.localKafka().start();

        assertThat(SERVERS.kafka().topics("kept.")).hasSize(Topics.all("").size());
    }
}
