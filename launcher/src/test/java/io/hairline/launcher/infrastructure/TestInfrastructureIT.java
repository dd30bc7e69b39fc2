package io.hairline.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.hairline.contracts.wire.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestInfrastructureIT {

    private final TestInfrastructure infrastructure = TestInfrastructure.get();
    private final String prefix = infrastructure.namespace().replace('.', '_');

    @Test
    void keepsAServiceOutOfTheDatabaseOfAnother() {
        infrastructure.mongoUri("headoffice");

        try (MongoClient booking = MongoClients.create(infrastructure.mongoUri("booking"))) {
            MongoCollection<Document> foreign =
                    booking.getDatabase(prefix + "headoffice").getCollection("clinics");

            assertThatThrownBy(() -> foreign.find().first())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("not authorized");
        }
    }

    @Test
    void refusesVisitorsWithoutPassword() {
        String nobody =
                infrastructure.adminMongoUri().replaceFirst("//[^@]*@", "//").replace("authSource=admin&", "");

        try (MongoClient client = MongoClients.create(nobody)) {
            assertThatThrownBy(() -> client.getDatabase(prefix + "booking")
                            .getCollection("clients")
                            .find()
                            .first())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("requires authentication");
        }
    }

    @Test
    void showsInTheChangeStreamWhatATransactionWrote() {
        try (MongoClient client = MongoClients.create(infrastructure.mongoUri("booking"));
                ClientSession session = client.startSession()) {
            MongoCollection<Document> events =
                    client.getDatabase(prefix + "booking").getCollection("events");
            client.getDatabase(prefix + "booking").createCollection("events");
            try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream =
                    events.watch().cursor()) {

                session.withTransaction(() -> events.insertOne(session, new Document("_id", "evt_1")));

                assertThat(stream.next().getFullDocument()).containsEntry("_id", "evt_1");
            }
        }
    }

    @Test
    void createsTheTopicsOfTheContractsOnlyOnce() {
        infrastructure.createTopics();
        infrastructure.createTopics();

        assertThat(infrastructure.kafkaAccess().topics(infrastructure.namespace()))
                .containsExactlyInAnyOrderElementsOf(Topics.all(infrastructure.namespace()).stream()
                        .map(Topics.Topic::name)
                        .toList());
    }

    @Test
    void createsNoTopicByItself() {
        Map<String, Object> settings = infrastructure.kafkaClient();
        settings.put("max.block.ms", "500");

        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> astray =
                    new ProducerRecord<>(infrastructure.namespace() + "unknown", "key", "value");

            assertThatThrownBy(() -> producer.send(astray).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void namesEverySettingOfAServiceAsAnEnvironmentVariable() {
        assertThat(infrastructure.environment("booking"))
                .containsEntry("HAIRLINE_MONGODB_URI", infrastructure.mongoUri("booking"))
                .containsEntry("HAIRLINE_KAFKA", infrastructure.kafka())
                .containsEntry("HAIRLINE_KAFKA_USERNAME", infrastructure.namespace() + "booking")
                .containsKey("HAIRLINE_KAFKA_PASSWORD")
                .containsEntry("HAIRLINE_NAMESPACE", infrastructure.namespace())
                .containsKey("HAIRLINE_OPS_PASSWORD");
    }
}
