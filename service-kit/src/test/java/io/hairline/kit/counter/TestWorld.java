package io.hairline.kit.counter;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.hairline.contracts.wire.Topics.Topic;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.autoconfigure.KitIndexes;
import io.hairline.kit.autoconfigure.MongoTimeouts;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.events.IdempotencyStore;
import io.hairline.kit.events.KitTransactionManager;
import io.hairline.kit.events.Transactions;
import io.hairline.launcher.infrastructure.MongoReplicaSet;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A service's own database with the kit's indexes, its event log, and its topic; no Spring context. */
public final class TestWorld implements AutoCloseable {

    /** More would be a long transaction on a busy machine, and the database's time for one is bounded. */
    private static final int AT_ONCE = 20;

    public static final int PARTITIONS = 3;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String uri;
    private final Map<String, Object> kafka;
    private final MongoClient client;
    private final MongoTemplate mongo;
    private final Transactions transactions;
    private final EventLog events;
    private final String topic;

    private TestWorld(String uri, Map<String, Object> kafka, String topic, CommandListener... listeners) {
        this.uri = uri;
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.client = client(uri, listeners);
        var databases = new SimpleMongoClientDatabaseFactory(
                client, Objects.requireNonNull(new ConnectionString(uri).getDatabase()));
        this.mongo = new MongoTemplate(databases);
        this.transactions = new Transactions(new KitTransactionManager(databases), mongo);
        this.events = new EventLog(mongo, transactions, new IdempotencyStore(mongo), clock(), new CrashPoints("", 0));
        new KitIndexes().ensure(mongo.getDb());
        List.of("counters", "effects").forEach(it -> mongo.getDb().createCollection(it));
    }

    public static TestWorld fresh(CommandListener... listeners) {
        return on(TestInfrastructure.get(), Map.of(), listeners);
    }

    public static TestWorld on(
            TestInfrastructure servers, Map<String, String> topicConfig, CommandListener... listeners) {
        String name = "world" + COUNT.incrementAndGet();
        return new TestWorld(
                servers.mongoUri(name), servers.kafkaClient(), topic(servers, name, topicConfig), listeners);
    }

    /** With its database in a set of several. */
    public static TestWorld on(TestInfrastructure servers, MongoReplicaSet set) {
        String name = "world" + COUNT.incrementAndGet();
        return new TestWorld(set.user(name), servers.kafkaClient(), topic(servers, name, Map.of()));
    }

    private static String topic(TestInfrastructure servers, String name, Map<String, String> config) {
        String topic = servers.namespace() + name + ".events";
        servers.kafkaAccess().create(List.of(new Topic(topic, PARTITIONS, config)));
        return topic;
    }

    /** A client as a service has it, with its limits. */
    public static MongoClient client(String uri, CommandListener... listeners) {
        var settings = MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri));
        new MongoTimeouts().customize(settings);
        List.of(listeners).forEach(settings::addCommandListener);
        return MongoClients.create(settings.build());
    }

    public static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Creates counters {@code from} to {@code until}, and tells their ids. */
    public List<String> counters(int from, int until) {
        List<String> ids =
                IntStream.range(from, until).mapToObj(it -> "cnt_" + it).toList();
        for (int first = 0; first < ids.size(); first += AT_ONCE) {
            List<String> some = ids.subList(first, Math.min(first + AT_ONCE, ids.size()));
            events.recordAll(
                    Counter.class, () -> some.stream().map(Counter::created).toList());
        }
        return ids;
    }

    public Counter move(String id, int step) {
        return events.record(Counter.class, () -> counter(id).moved(step));
    }

    public Counter counter(String id) {
        return Objects.requireNonNull(mongo.findById(id, Counter.class));
    }

    public String uri() {
        return uri;
    }

    /** Settings of a Kafka client that may do everything. */
    public Map<String, Object> kafka() {
        return kafka;
    }

    public String topic() {
        return topic;
    }

    public MongoTemplate mongo() {
        return mongo;
    }

    public MongoDatabase database() {
        return mongo.getDb();
    }

    public Transactions transactions() {
        return transactions;
    }

    public EventLog events() {
        return events;
    }

    @Override
    public void close() {
        client.close();
    }
}
