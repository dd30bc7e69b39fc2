package io.hairline.kit.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.github.f4b6a3.ulid.Ulid;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import io.hairline.kit.events.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The event log read again without a change stream: an aggregate as a whole, in order, when it is first met.
 *
 * <p>Ids give the time roughly, so they only tell which aggregates there are; an aggregate's own events come by version
 * from their index, where one can't be seen without the one before it, however many are being written meanwhile. Every
 * step is a small query, so a long log needs no long one.
 */
final class EventLogReader implements AutoCloseable {

    /** Clocks of instances differ, and a transaction may take its time: read this much more than seems needed. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private static final int AT_ONCE = 500;
    private static final int MOST_REMEMBERED = 200_000;

    private final MongoCollection<Document> events;
    private final Bson wanted;
    private final MongoCursor<Document> ids;
    private final Set<String> met = new HashSet<>();

    /**
     * Opens the log.
     *
     * @param since the server's time of the last token; null for everything
     */
    EventLogReader(MongoDatabase database, @Nullable BsonTimestamp since) {
        this.events = database.getCollection(StoredEvent.COLLECTION);
        this.wanted = since == null ? new Document() : gte("_id", firstIdAt(since));
        this.ids = small(events.find(wanted).projection(include("aggregateId")).sort(ascending("_id")));
    }

    private static String firstIdAt(BsonTimestamp since) {
        Instant from = Instant.ofEpochSecond(since.getTime()).minus(MARGIN);
        Ulid lowest = Ulid.min(Math.max(0, from.toEpochMilli()));
        return StoredEvent.PREFIX + "_" + lowest.toString().toLowerCase(Locale.ROOT);
    }

    boolean hasNext() {
        return ids.hasNext();
    }

    /** All events of the next few aggregates; those that were had already are passed over. */
    MongoCursor<Document> next() {
        Set<String> aggregates = new LinkedHashSet<>();
        while (ids.hasNext() && aggregates.size() < AT_ONCE) {
            String aggregate = ids.next().getString("aggregateId");
            if (met.add(aggregate)) {
                aggregates.add(aggregate);
            }
        }
        if (met.size() > MOST_REMEMBERED) {
            met.clear();
        }
        return small(events.find(and(in("aggregateId", aggregates), wanted))
                .sort(ascending("aggregateId", "version"))
                .hint(ascending("aggregateId", "version")));
    }

    /** The time limit holds for each batch: how long the whole takes is a matter of Kafka. */
    private static MongoCursor<Document> small(FindIterable<Document> found) {
        return found.batchSize(1_000).timeoutMode(TimeoutMode.ITERATION).iterator();
    }

    @Override
    public void close() {
        ids.close();
    }
}
