package io.hairline.kit.relay;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.hairline.kit.events.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;

/** The event log in the order in which its transactions were committed, with the ticks between them. */
final class EventStream implements AutoCloseable {

    /** As many as come in one answer of the server, and are taken as one. */
    static final int BATCH = 250;

    private static final Duration AWAIT = Duration.ofMillis(500);

    private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor;

    private EventStream(ChangeStreamIterable<Document> stream) {
        this.cursor = stream.cursor();
    }

    static EventStream after(MongoDatabase database, BsonDocument token) {
        return new EventStream(watch(database).resumeAfter(token));
    }

    static EventStream from(MongoDatabase database, BsonTimestamp time) {
        return new EventStream(watch(database).startAtOperationTime(time));
    }

    private static ChangeStreamIterable<Document> watch(MongoDatabase database) {
        return database.watch(List.of(match(Filters.and(
                        in("ns.coll", StoredEvent.COLLECTION, "ticks"), in("operationType", "insert", "replace")))))
                .batchSize(BATCH)
                .maxAwaitTime(AWAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What has come, at most {@link #BATCH}; waits a moment for the first and not at all for the others. */
    List<ChangeStreamDocument<Document>> next() {
        List<ChangeStreamDocument<Document>> changes = new ArrayList<>();
        ChangeStreamDocument<Document> change = cursor.tryNext();
        while (change != null) {
            changes.add(change);
            change = changes.size() < BATCH && cursor.available() > 0 ? cursor.tryNext() : null;
        }
        return changes;
    }

    /**
     * Up to where a majority of the servers has the log: a reader with this client's read concern sees all of it until
     * then. The server's own time is later, and what lies between would be in neither the log read nor the stream.
     */
    static BsonTimestamp majorityTime(MongoDatabase database) {
        Document lastWrite = database.runCommand(new Document("hello", 1)).get("lastWrite", Document.class);
        if (lastWrite == null) {
            throw new IllegalStateException("MongoDB must be a replica set: change streams need one");
        }
        return lastWrite.get("majorityOpTime", Document.class).get("ts", BsonTimestamp.class);
    }

    static StoredEvent event(Document it) {
        return new StoredEvent(
                it.getString("_id"),
                it.getString("aggregateId"),
                it.getLong("version"),
                it.getString("type"),
                instant(it, "time"),
                instant(it, "recordedAt"),
                it.getString("clinicId"),
                it.getString("actor"),
                it.getString("correlationId"),
                it.getString("causationId"),
                it.getString("traceParent"),
                it.getString("data"));
    }

    private static Instant instant(Document it, String field) {
        return it.get(field, Date.class).toInstant();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
