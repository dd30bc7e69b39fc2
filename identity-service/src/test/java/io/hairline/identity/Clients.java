package io.hairline.identity;

import static io.hairline.identity.World.DATABASE;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventJson;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Tells of clients as booking does; comes back when identity knows it. */
final class Clients {

    private Clients() {}

    static String register(String email) throws InterruptedException, ExecutionException {
        String client = Ids.next(ClientId.PREFIX);
        change(client, 1, email, null);
        return client;
    }

    static void change(String client, long version, String email, @Nullable String mergedInto)
            throws InterruptedException, ExecutionException {
        change(client, version, email, mergedInto, false);
    }

    /** A clinic gave the address in place of another. */
    static void correctByStaff(String client, long version, String email)
            throws InterruptedException, ExecutionException {
        change(client, version, email, null, true);
    }

    private static void change(String client, long version, String email, @Nullable String mergedInto, boolean byStaff)
            throws InterruptedException, ExecutionException {
        ClientContact contact = new ClientContact(
                new ClientId(client),
                version,
                "Ada",
                "L",
                email,
                "+49301",
                "en",
                "Europe/Berlin",
                mergedInto == null ? null : new ClientId(mergedInto),
                byStaff);
        MongoCollection<Document> accounts = DATABASE.getCollection("accounts");
        tell(client, EventJson.mapper().writeValueAsBytes(contact));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        accounts.find(Filters.and(Filters.eq("_id", client), Filters.eq("contactVersion", version)))
                                        .first()
                                != null);
    }

    /** Comes back at once. */
    static void erase(String client) throws InterruptedException, ExecutionException {
        tell(client, null);
    }

    private static void tell(String client, byte @Nullable [] state) throws InterruptedException, ExecutionException {
        TestInfrastructure servers = TestInfrastructure.get();
        Map<String, Object> config = servers.kafkaClient();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(servers.namespace() + Topics.BOOKING_CONTACTS, client, state))
                    .get();
        }
    }
}
