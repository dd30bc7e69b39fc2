package io.hairline.kit.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Who leads, and how far it got: one document, judged by the database's own time.
 *
 * <p>Each leader has an epoch. What it writes is conditional on that epoch, so one that slept through its lease can't
 * move the position of the one that came after.
 */
final class Lease {

    static final String COLLECTION = "relay";
    private static final String ID = "relay";

    private final MongoCollection<Document> relay;
    private final String owner;
    private final Duration length;

    Lease(MongoDatabase database, String owner, Duration length) {
        this.relay = database.getCollection(COLLECTION);
        this.owner = owner;
        this.length = length;
    }

    /**
     * A leadership.
     *
     * @param token where the change stream is resumed; null if it never ran
     * @param tokenTime the server's time of that token
     */
    record Leadership(
            long epoch,
            @Nullable BsonDocument token,
            @Nullable BsonTimestamp tokenTime) {}

    /** Empty while somebody else leads; each success is a new epoch. */
    Optional<Leadership> acquire() {
        Document free = new Document(
                "$or",
                List.of(
                        new Document("$lt", List.of(ifNull("$until", new Date(0)), "$$NOW")),
                        new Document("$eq", List.of("$owner", owner))));
        List<Bson> lead = List.of(
                new Document("$set", new Document("free", free)),
                new Document(
                        "$set",
                        new Document("owner", whenFree(owner, "$owner"))
                                .append("epoch", new Document("$add", List.of(ifNull("$epoch", 0L), whenFree(1L, 0L))))
                                .append("until", whenFree(until(), "$until"))),
                new Document("$unset", "free"));
        Document now = relay.findOneAndUpdate(
                eq("_id", ID), lead, new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(now)
                .filter(it -> owner.equals(it.getString("owner")))
                .map(Lease::leadership);
    }

    private static Document whenFree(Object then, Object otherwise) {
        return new Document("$cond", List.of("$free", then, otherwise));
    }

    private static Leadership leadership(Document it) {
        Document token = it.get("token", Document.class);
        return new Leadership(
                it.getLong("epoch"),
                token == null ? null : token.toBsonDocument(),
                it.get("tokenTime", BsonTimestamp.class));
    }

    Duration length() {
        return length;
    }

    /** False if another leader has come since. */
    boolean renew(long epoch) {
        return relay.updateOne(mine(epoch), List.of(new Document("$set", new Document("until", until()))))
                        .getMatchedCount()
                == 1;
    }

    /** Remembers how far everything has been acknowledged; false, and nothing written, if another leader has come. */
    boolean advance(long epoch, BsonDocument token, BsonTimestamp tokenTime) {
        Document position = new Document("token", token).append("tokenTime", tokenTime);
        return relay.updateOne(mine(epoch), new Document("$set", position)).getMatchedCount() == 1;
    }

    void release(long epoch) {
        relay.updateOne(mine(epoch), new Document("$unset", new Document("until", "")));
    }

    private static Bson mine(long epoch) {
        return and(eq("_id", ID), eq("epoch", epoch));
    }

    private Document until() {
        return new Document("$add", List.of("$$NOW", length.toMillis()));
    }

    private static Document ifNull(String field, Object otherwise) {
        return new Document("$ifNull", List.of(field, otherwise));
    }
}
