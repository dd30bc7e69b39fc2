package io.hairline.benchmarks;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/** P10: a hundred thousand events have piled up without a relay, and bookings go on while it catches up. */
final class Backlog implements Benchmark {

    private static final String RELAY = "relay";
    /** A leader asks every few seconds whether it still leads. */
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(6);

    private static final int EVENTS = 100_000;
    private static final int VERSIONS = 10;
    private static final double PER_SECOND = 2_000;
    /** Less than it takes to drain at the best rate ever measured, and enough for a 99th percentile of more than two. */
    private static final Duration MEANWHILE = Duration.ofSeconds(15);

    @Override
    public String id() {
        return "P10";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        Timings calm = lab.bookAsUsual(MEANWHILE);
        try (EventProbe listener = new EventProbe(lab.kafka(), lab.bookingTopic());
                MongoClient client = MongoClients.create(lab.mongoUri())) {
            MongoDatabase database = client.getDatabase(nameIn(lab.mongoUri()));
            holdTheLead(database);
            Thread.sleep(UNTIL_NOTICED);
            fill(database);
            long before = listener.heard();
            giveUpTheLead(database);
            while (listener.heard() == before) {
                Thread.sleep(1);
            }
            long start = System.nanoTime();
            Timings meanwhile = lab.bookAsUsual(MEANWHILE);
            long drained = awaitAll(listener, before);
            double perSecond = EVENTS * 1e9 / (drained - start);
            boolean holds = perSecond >= PER_SECOND
                    && listener.outOfOrder() == 0
                    && meanwhile.millisAt(99) <= 2 * calm.millisAt(99);
            return new Result(
                    id(),
                    "a backlog of " + EVENTS + " events drains while " + BenchmarkEnvironment.USUAL_RATE
                            + " bookings/s go on",
                    ">= 2,000 events/s in order; live bookings p99 <= 2x",
                    String.format(
                            Locale.ROOT,
                            "at least %.0f events/s, %d out of order; live p99 %.1f ms, %.1fx",
                            perSecond,
                            listener.outOfOrder(),
                            meanwhile.millisAt(99),
                            meanwhile.millisAt(99) / calm.millisAt(99)),
                    String.format(Locale.ROOT, "bookings without a backlog: p99 %.1f ms", calm.millisAt(99)),
                    holds);
        }
    }

    /** Under another owner's lease no relay works. */
    private static void holdTheLead(MongoDatabase database) {
        database.getCollection(RELAY)
                .updateOne(
                        eq("_id", RELAY),
                        combine(
                                set("owner", "bench"),
                                inc("epoch", 1L),
                                set("until", Date.from(Instant.now().plus(Duration.ofHours(1))))));
    }

    private static void giveUpTheLead(MongoDatabase database) {
        database.getCollection(RELAY).updateOne(eq("_id", RELAY), unset("until"));
    }

    private static long awaitAll(EventProbe listener, long before) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (listener.heard() < before + EVENTS && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return System.nanoTime();
    }

    private static String nameIn(String uri) {
        String name = new ConnectionString(uri).getDatabase();
        if (name == null) {
            throw new IllegalArgumentException("The connection string names no database");
        }
        return name;
    }

    private static void fill(MongoDatabase database) {
        List<Document> batch = new ArrayList<>();
        for (int number = 0; number < EVENTS; number++) {
            batch.add(event(number));
            if (batch.size() == 1_000) {
                database.getCollection("events").insertMany(batch);
                batch.clear();
            }
        }
    }

    private static Document event(int number) {
        String client = "cli_" + BenchmarkNetwork.ulid(1_000_000 + number / VERSIONS);
        long version = number % VERSIONS + 1L;
        Date now = Date.from(Instant.now());
        return new Document("_id", "evt_" + BenchmarkNetwork.ulid(2_000_000 + number))
                .append("aggregateId", client)
                .append("version", version)
                .append("type", "booking.ClientContactChanged.v1")
                .append("time", now)
                .append("recordedAt", now)
                .append("actor", "system")
                .append("correlationId", "backlog")
                .append("data", "{\"clientId\":\"" + client + "\",\"contactVersion\":" + version + "}");
    }
}
