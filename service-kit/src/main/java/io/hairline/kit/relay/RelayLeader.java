package io.hairline.kit.relay;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.events.Failures;
import io.hairline.kit.events.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
final class RelayLeader {

    private static final Logger log = LoggerFactory.getLogger(RelayLeader.class);
    private static final String TICKS = "ticks";
    /**
     * Behind a backlog five sixths of the time are rest, because those who book meanwhile need the machine too; but a rest
     * ends when so much time has passed since its batch began, so that a slower machine still sends 2,500 events a second if
     * it can.
     */
    private static final Duration BATCH_AND_REST = Duration.ofMillis(100);

    private final MongoDatabase database;
    private final Lease lease;
    private final Lease.Leadership leadership;
    private final KafkaBatchSender sender;
    private final List<CompactedStateSender> companions;
    private final CloudEventRecords outgoing;
    private final Clock clock;
    private final CrashPoints crashPoints;
    private final MongoCollection<Document> ticks;
    private final int partitions;
    private final BooleanSupplier wanted;
    private final Every tick = new Every(Duration.ofSeconds(1));
    private final Every renewal;
    private final Every position = new Every(Duration.ofMillis(250));

    RelayLeader(
            MongoDatabase database,
            Lease lease,
            Lease.Leadership leadership,
            KafkaBatchSender sender,
            List<CompactedStateSender> companions,
            CloudEventRecords outgoing,
            Clock clock,
            CrashPoints crashPoints,
            BooleanSupplier wanted) {
        this.database = database;
        this.lease = lease;
        this.leadership = leadership;
        this.sender = sender;
        this.companions = List.copyOf(companions);
        this.outgoing = outgoing;
        this.clock = clock;
        this.crashPoints = crashPoints;
        this.wanted = wanted;
        this.renewal = new Every(lease.length().dividedBy(4));
        this.ticks = database.getCollection(TICKS);
        this.partitions = sender.partitions(outgoing.topic());
    }

    /** Sends until it is stopped or no longer leads. */
    void run() throws InterruptedException {
        BsonDocument token = leadership.token();
        if (token == null || !followed(token)) {
            BsonTimestamp noted = EventStream.majorityTime(database);
            readAgain();
            follow(EventStream.from(database, noted));
        }
    }

    /** False if the stream can't be taken up at this token: it is no token, or its history is gone. */
    private boolean followed(BsonDocument token) throws InterruptedException {
        try {
            follow(EventStream.after(database, token));
            return true;
        } catch (MongoCommandException e) {
            if (Failures.areAway(e)) {
                throw e;
            }
            log.warn("relay reads again, its token is unusable code={}", e.getErrorCode());
            return false;
        }
    }

    private void readAgain() throws InterruptedException {
        try (EventLogReader stored = new EventLogReader(database, leadership.tokenTime())) {
            while (stored.hasNext()) {
                sendAll(stored.next());
            }
        }
    }

    private void sendAll(MongoCursor<Document> events) throws InterruptedException {
        try (events) {
            List<StoredEvent> batch = new ArrayList<>();
            while (events.hasNext()) {
                batch.add(EventStream.event(events.next()));
                if (batch.size() == EventStream.BATCH || !events.hasNext()) {
                    requireLead();
                    send(batch);
                    batch.clear();
                }
            }
        }
    }

    private void follow(EventStream opened) throws InterruptedException {
        try (EventStream stream = opened) {
            while (wanted.getAsBoolean()) {
                tickWhenDue();
                requireLead();
                long start = System.nanoTime();
                List<ChangeStreamDocument<Document>> changes = stream.next();
                relay(changes);
                if (changes.size() == EventStream.BATCH) {
                    rest(System.nanoTime() - start);
                }
            }
        }
    }

    private static void rest(long took) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(5 * took, BATCH_AND_REST.toNanos() - took));
    }

    private void relay(List<ChangeStreamDocument<Document>> changes) throws InterruptedException {
        if (changes.isEmpty()) {
            return;
        }
        List<StoredEvent> events = new ArrayList<>();
        for (ChangeStreamDocument<Document> change : changes) {
            Document document = change.getFullDocument();
            if (document != null && isTick(change)) {
                send(events);
                events.clear();
                sendTicks(document.getDate("time").toInstant());
            } else if (document != null) {
                events.add(EventStream.event(document));
                crashPoints.reach("mid-batch");
            }
        }
        send(events);
        crashPoints.reach("after-ack");
        store(changes.getLast());
    }

    private void send(List<StoredEvent> events) throws InterruptedException {
        companions.forEach(it -> it.accompany(events));
        sender.send(events.stream().map(outgoing::event).toList(), this::stillLeading);
    }

    private void sendTicks(Instant time) throws InterruptedException {
        List<ProducerRecord<String, byte[]>> ticksOut = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            ticksOut.add(outgoing.tick(time, partition));
        }
        sender.send(ticksOut, this::stillLeading);
    }

    private static boolean isTick(ChangeStreamDocument<Document> change) {
        var namespace = change.getNamespace();
        return namespace != null && namespace.getCollectionName().equals(TICKS);
    }

    private void store(ChangeStreamDocument<Document> last) {
        @Nullable BsonTimestamp time = last.getClusterTime();
        if (time == null || !position.isDue()) {
            return;
        }
        if (!lease.advance(leadership.epoch(), last.getResumeToken(), time)) {
            throw new LeadLost(leadership.epoch());
        }
    }

    private void tickWhenDue() {
        if (tick.isDue()) {
            Document document = new Document("_id", "tick").append("time", Date.from(clock.instant()));
            ticks.replaceOne(new Document("_id", "tick"), document, new ReplaceOptions().upsert(true));
        }
    }

    private void requireLead() {
        if (!stillLeading()) {
            throw new LeadLost(leadership.epoch());
        }
    }

    private boolean stillLeading() {
        return wanted.getAsBoolean() && (!renewal.isDue() || lease.renew(leadership.epoch()));
    }

    /** Due at first, and then when so much time has passed since it was due last. */
    private static final class Every {

        private final long nanos;
        private long last;

        Every(Duration length) {
            this.nanos = length.toNanos();
            this.last = System.nanoTime() - nanos;
        }

        boolean isDue() {
            long now = System.nanoTime();
            if (now - last < nanos) {
                return false;
            }
            last = now;
            return true;
        }
    }

    /** Another instance leads now, or this one was told to stop. */
    static final class LeadLost extends KafkaException {
        LeadLost(long epoch) {
            super("no longer leading with epoch " + epoch);
        }
    }
}
