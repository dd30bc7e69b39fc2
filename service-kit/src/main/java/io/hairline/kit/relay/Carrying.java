package io.hairline.kit.relay;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.hairline.kit.CrashPoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One leadership of the relay, from the lease taken to the lease lost. */
final class Carrying {

    private static final Logger log = LoggerFactory.getLogger(Carrying.class);
    private static final String TICKS = "ticks";
    private static final int BATCH = 1_000;
    private static final Duration STORE_EVERY = Duration.ofMillis(250);
    private static final Duration TICK_EVERY = Duration.ofSeconds(1);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(2);
    /** FailedToParse, InvalidResumeToken, ChangeStreamFatalError, ChangeStreamHistoryLost. */
    private static final Set<Integer> TOKEN_UNUSABLE = Set.of(9, 260, 280, 286);

    private final MongoDatabase database;
    private final Lease lease;
    private final Lease.Leadership leadership;
    private final Sender sender;
    private final Outgoing outgoing;
    private final Clock clock;
    private final CrashPoints crashPoints;
    private final MongoCollection<Document> ticks;
    private final int partitions;
    private long nextTick;
    private long nextRenewal;
    private long nextStore;

    Carrying(
            MongoDatabase database,
            Lease lease,
            Lease.Leadership leadership,
            Sender sender,
            Outgoing outgoing,
            Clock clock,
            CrashPoints crashPoints) {
        this.database = database;
        this.lease = lease;
        this.leadership = leadership;
        this.sender = sender;
        this.outgoing = outgoing;
        this.clock = clock;
        this.crashPoints = crashPoints;
        this.ticks = database.getCollection(TICKS);
        this.partitions = sender.partitions(outgoing.topic());
    }

    /** Carries until told to stop or no longer leading. */
    void run(BooleanSupplier wanted) throws InterruptedException {
        BsonDocument token = leadership.token();
        if (token != null) {
            try {
                follow(EventStream.after(database, token), wanted);
                return;
            } catch (MongoCommandException e) {
                if (!TOKEN_UNUSABLE.contains(e.getErrorCode())) {
                    throw e;
                }
                log.warn("relay token unusable code={}", e.getErrorCode());
            }
        }
        BsonTimestamp noted = EventStream.serverTime(database);
        readAgain();
        follow(EventStream.from(database, noted), wanted);
    }

    private void readAgain() throws InterruptedException {
        try (var stored = EventStream.stored(database, leadership.tokenTime())) {
            List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
            while (stored.hasNext()) {
                batch.add(outgoing.event(EventStream.event(stored.next())));
                if (batch.size() == BATCH || !stored.hasNext()) {
                    sender.send(batch, this::stillLeading);
                    batch.clear();
                    requireLead();
                }
            }
        }
    }

    private void follow(EventStream opened, BooleanSupplier wanted) throws InterruptedException {
        try (EventStream stream = opened) {
            while (wanted.getAsBoolean()) {
                tickWhenDue();
                requireLead();
                carry(stream.next(BATCH));
            }
        }
    }

    private void carry(List<ChangeStreamDocument<Document>> changes) throws InterruptedException {
        if (changes.isEmpty()) {
            return;
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (ChangeStreamDocument<Document> change : changes) {
            Document document = change.getFullDocument();
            if (document != null && isTick(change)) {
                Instant time = document.getDate("time").toInstant();
                sender.send(records, this::stillLeading);
                records.clear();
                for (int partition = 0; partition < partitions; partition++) {
                    records.add(outgoing.tick(time, partition));
                }
            } else if (document != null) {
                records.add(outgoing.event(EventStream.event(document)));
                crashPoints.pass("mid-batch");
            }
        }
        sender.send(records, this::stillLeading);
        crashPoints.pass("after-ack");
        store(changes.getLast());
    }

    private static boolean isTick(ChangeStreamDocument<Document> change) {
        var namespace = change.getNamespace();
        return namespace != null && namespace.getCollectionName().equals(TICKS);
    }

    private void store(ChangeStreamDocument<Document> last) {
        @Nullable BsonTimestamp time = last.getClusterTime();
        if (time == null || System.nanoTime() < nextStore) {
            return;
        }
        if (!lease.advance(leadership.epoch(), last.getResumeToken(), time)) {
            throw new LeadLost(leadership.epoch());
        }
        nextStore = System.nanoTime() + STORE_EVERY.toNanos();
    }

    private void tickWhenDue() {
        if (System.nanoTime() >= nextTick) {
            Document tick = new Document("_id", "tick").append("time", Date.from(clock.instant()));
            ticks.replaceOne(new Document("_id", "tick"), tick, new ReplaceOptions().upsert(true));
            nextTick = System.nanoTime() + TICK_EVERY.toNanos();
        }
    }

    private void requireLead() {
        if (!stillLeading()) {
            throw new LeadLost(leadership.epoch());
        }
    }

    private boolean stillLeading() {
        if (System.nanoTime() < nextRenewal) {
            return true;
        }
        nextRenewal = System.nanoTime() + RENEW_EVERY.toNanos();
        return lease.renew(leadership.epoch());
    }

    /** Another instance leads now. */
    static final class LeadLost extends KafkaException {
        LeadLost(long epoch) {
            super("another instance leads since epoch " + epoch);
        }
    }
}
