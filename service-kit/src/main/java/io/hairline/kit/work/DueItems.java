package io.hairline.kit.work;

import io.hairline.kit.Ids;
import io.hairline.kit.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The collection of due work. A parked item has no {@code dueAt}, so that no look for work passes over it. */
final class DueItems {

    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final int BATCH = 32;

    private final MongoTemplate mongo;

    DueItems(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Once: an item that is there stays as it is. */
    void add(DueItem item) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(item.id())),
                new Update()
                        .setOnInsert("kind", item.kind())
                        .setOnInsert("subject", item.subject())
                        .setOnInsert("dueAt", item.dueAt())
                        .setOnInsert("attempts", 0)
                        .setOnInsert("failures", 0),
                DueItem.class);
    }

    /**
     * The next few in due order; those that another instance claims at the same moment are left out.
     *
     * @param now business time
     */
    List<DueItem> claim(Collection<String> kinds, Instant now) {
        Instant system = Instant.now();
        Criteria free = new Criteria()
                .orOperator(
                        Criteria.where("claimedUntil").isNull(),
                        Criteria.where("claimedUntil").lt(system));
        Criteria due = new Criteria()
                .andOperator(Criteria.where("kind").in(kinds).and("dueAt").lte(now), free);
        List<String> ids = mongo.find(Query.query(due).with(Sort.by("dueAt")).limit(BATCH), DueItem.class).stream()
                .map(DueItem::id)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        String claim = Ids.next("clm");
        mongo.updateMulti(
                Query.query(new Criteria().andOperator(Criteria.where("_id").in(ids), free)),
                new Update()
                        .set("claim", claim)
                        .set("claimedUntil", system.plus(CLAIM))
                        .inc("attempts", 1),
                DueItem.class);
        return mongo.find(
                Query.query(Criteria.where("_id").in(ids).and("claim").is(claim))
                        .with(Sort.by("dueAt")),
                DueItem.class);
    }

    /** False if another instance has claimed it since. */
    boolean remove(DueItem item) {
        return mongo.remove(claimed(item), DueItem.class).getDeletedCount() == 1;
    }

    void rest(DueItem item, Duration pause) {
        mongo.updateFirst(
                claimed(item), new Update().set("claimedUntil", Instant.now().plus(pause)), DueItem.class);
    }

    void restAfterFailure(DueItem item, Duration pause) {
        mongo.updateFirst(
                claimed(item),
                new Update().set("claimedUntil", Instant.now().plus(pause)).inc("failures", 1),
                DueItem.class);
    }

    void park(DueItem item, String reason) {
        mongo.updateFirst(
                claimed(item),
                new Update()
                        .set("parkedAt", Instant.now())
                        .set("wasDueAt", item.dueAt())
                        .set("reason", reason)
                        .inc("failures", 1)
                        .unset("dueAt"),
                DueItem.class);
    }

    List<ParkedWork.Item> parked(int most) {
        Query query = Query.query(Criteria.where("parkedAt").exists(true))
                .with(Sort.by("parkedAt"))
                .limit(most);
        return mongo.find(query, Document.class, DueItem.COLLECTION).stream()
                .map(it -> new ParkedWork.Item(
                        it.getString("kind"),
                        it.getString("subject"),
                        it.getInteger("failures", 0),
                        it.getString("reason"),
                        it.getDate("parkedAt").toInstant()))
                .toList();
    }

    boolean isParked(DueItem item) {
        return mongo.exists(
                Query.query(Criteria.where("_id").is(item.id()).and("parkedAt").exists(true)), DueItem.class);
    }

    /** As if it had just fallen due; tells how many. */
    int unpark() {
        return unpark(new Document());
    }

    /** As if it had just fallen due; nothing happens if it isn't parked. */
    void unpark(DueItem item) {
        var _ = unpark(new Document("_id", item.id()));
    }

    private int unpark(Document which) {
        Document due = new Document("dueAt", "$wasDueAt").append("failures", 0);
        List<Document> update = List.of(
                new Document("$set", due),
                new Document("$unset", List.of("parkedAt", "wasDueAt", "reason", "claimedUntil")));
        return (int) mongo.getCollection(DueItem.COLLECTION)
                .updateMany(which.append("parkedAt", new Document("$exists", true)), update)
                .getModifiedCount();
    }

    private static Query claimed(DueItem item) {
        return Query.query(Criteria.where("_id").is(item.id()).and("attempts").is(item.attempts()));
    }
}
