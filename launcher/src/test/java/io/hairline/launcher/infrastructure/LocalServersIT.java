package io.hairline.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.hairline.contracts.wire.Topics;
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

    @Test
    void findsItsTopicsAgainAfterAPowerCut() {
        SERVERS.kafka().create(Topics.all("kept."));

        SERVERS.localKafka().kill();
        assertThat(SERVERS.localKafka().isAlive()).isFalse();
        SERVERS.localKafka().start();

        assertThat(SERVERS.kafka().topics("kept.")).hasSize(Topics.all("").size());
    }
}
