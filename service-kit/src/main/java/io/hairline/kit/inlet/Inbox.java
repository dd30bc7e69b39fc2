package io.hairline.kit.inlet;

import io.hairline.contracts.wire.Attributes;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What one consumer has seen of each aggregate, and what of it waits. */
final class Inbox {

    private static final int MOST = 1_000;

    private final MongoTemplate mongo;
    private final String consumer;

    Inbox(MongoTemplate mongo, String consumer) {
        this.mongo = mongo;
        this.consumer = consumer;
    }

    String consumer() {
        return consumer;
    }

    /** By subject; also for those never seen. */
    Map<String, Seen> seen(Collection<String> subjects) {
        Map<String, Seen> bySubject = new LinkedHashMap<>();
        subjects.forEach(it -> bySubject.put(it, Seen.nothing(key(it))));
        List<String> ids = bySubject.values().stream().map(Seen::id).toList();
        mongo.find(Query.query(Criteria.where("_id").in(ids)), Seen.class)
                .forEach(it -> bySubject.put(it.id().substring(consumer.length() + 1), it));
        return bySubject;
    }

    Seen seen(String subject) {
        Seen seen = mongo.findById(key(subject), Seen.class);
        return seen == null ? Seen.nothing(key(subject)) : seen;
    }

    void mark(Collection<Seen> rows) {
        if (rows.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Seen.class);
        rows.forEach(it -> bulk.replaceOne(
                Query.query(Criteria.where("_id").is(it.id())),
                it,
                FindAndReplaceOptions.options().upsert()));
        bulk.execute();
    }

    void park(Received it, Parked.State state, String reason) {
        mongo.save(new Parked(
                key(it.subject()) + "|" + it.version(),
                consumer,
                it.subject(),
                it.version(),
                state,
                reason,
                it.headers(),
                it.body(),
                Instant.now()));
    }

    void parkUnreadable(String place, String reason, Map<String, String> headers, byte[] body) {
        mongo.save(new Parked(
                consumer + "|" + place, consumer, place, 0, Parked.State.FAILED, reason, headers, body, Instant.now()));
    }

    /** How many were thrown away: none if what is parked there has an envelope. */
    long discardUnreadable(String place) {
        return mongo.remove(
                        Query.query(Criteria.where("_id")
                                .is(key(place))
                                .and("version")
                                .is(0)),
                        Parked.class)
                .getDeletedCount();
    }

    Optional<Parked> waiting(String subject, long version, Set<Parked.State> states) {
        return Optional.ofNullable(mongo.findById(key(subject) + "|" + version, Parked.class))
                .filter(it -> states.contains(it.state()));
    }

    boolean anyParked(String subject) {
        return mongo.exists(parkedOf(subject), Parked.class);
    }

    /** What was handled after all, in another instance or as a repeat. */
    void unparkUpTo(String subject, long version) {
        mongo.remove(parkedOf(subject).addCriteria(Criteria.where("version").lte(version)), Parked.class);
    }

    private Query parkedOf(String subject) {
        return Query.query(Criteria.where("consumer")
                .is(consumer)
                .and("subject")
                .is(subject)
                .and("state")
                .in(Parked.State.FAILED, Parked.State.WAITING));
    }

    /** False if somebody else did. */
    boolean unpark(Parked it) {
        return mongo.remove(it).getDeletedCount() == 1;
    }

    List<Parked> parked(Parked.State state, int most) {
        return mongo.find(
                Query.query(inState(state)).with(Sort.by("subject", "version")).limit(most), Parked.class);
    }

    List<Parked> skipped(Collection<String> types) {
        return mongo.find(
                Query.query(inState(Parked.State.SKIPPED)
                                .and("headers." + Attributes.TYPE)
                                .in(types))
                        .with(Sort.by("subject", "version"))
                        .limit(MOST),
                Parked.class);
    }

    private Criteria inState(Parked.State state) {
        return Criteria.where("consumer").is(consumer).and("state").is(state);
    }

    List<String> subjectsParked() {
        return mongo.findDistinct(
                Query.query(Criteria.where("consumer")
                        .is(consumer)
                        .and("state")
                        .in(Parked.State.FAILED, Parked.State.WAITING)),
                "subject",
                Parked.class,
                String.class);
    }

    private String key(String subject) {
        return consumer + "|" + subject;
    }
}
