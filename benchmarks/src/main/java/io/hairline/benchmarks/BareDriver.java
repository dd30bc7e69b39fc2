package io.hairline.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The limit: the same transaction (an appointment with 50 claims under a unique index, and its event) by the driver alone,
 * in the same MongoDB, from this process.
 */
final class BareDriver implements AutoCloseable {

    private static final int CLAIMS = 50;

    private final MongoClient client;
    private final MongoCollection<Document> appointments;
    private final MongoCollection<Document> events;
    private final AtomicInteger next = new AtomicInteger();

    BareDriver(String uri) {
        ConnectionString connection = new ConnectionString(uri);
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(connection)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        String name = connection.getDatabase();
        if (name == null) {
            throw new IllegalArgumentException("The connection string names no database");
        }
        MongoDatabase database = client.getDatabase(name);
        this.appointments = database.getCollection("bare_appointments");
        this.events = database.getCollection("bare_events");
        appointments.createIndex(
                Indexes.ascending("claims"),
                new IndexOptions()
                        .unique(true)
                        .partialFilterExpression(new Document("claims", new Document("$exists", true))));
        events.createIndex(Indexes.ascending("aggregateId", "version"), new IndexOptions().unique(true));
    }

    /** Transactions a second that {@code threads} bring about in {@code length}. */
    double perSecond(int threads, Duration length) {
        AtomicInteger done = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < threads; thread++) {
                executor.execute(() -> {
                    while (System.nanoTime() < end) {
                        transact();
                        done.incrementAndGet();
                    }
                });
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    /** Answers as if it were an HTTP status. */
    int transact() {
        int number = next.incrementAndGet();
        List<String> claims = IntStream.range(0, CLAIMS)
                .mapToObj(it -> "p" + BenchmarkNetwork.ulid(number) + Integer.toString(it, 36))
                .toList();
        Date now = Date.from(Instant.now());
        Document appointment = new Document("_id", "apt_" + BenchmarkNetwork.ulid(number))
                .append("version", 1L)
                .append("status", "CONFIRMED")
                .append("startsAt", now)
                .append("claims", claims);
        Document event = new Document("_id", "evt_" + BenchmarkNetwork.ulid(number))
                .append("aggregateId", "apt_" + BenchmarkNetwork.ulid(number))
                .append("version", 1L)
                .append("time", now)
                .append("data", "x".repeat(600));
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> {
                appointments.insertOne(session, appointment);
                return events.insertOne(session, event);
            });
        }
        return 201;
    }

    @Override
    public void close() {
        appointments.drop();
        events.drop();
        client.close();
    }
}
