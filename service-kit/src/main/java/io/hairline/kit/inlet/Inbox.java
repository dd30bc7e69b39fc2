package io.hairline.kit.inlet;

import io.hairline.contracts.wire.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** So many waiting events are handled at once: their bodies are in memory together. */
    private static final int RUN = 100;

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

    /** What comes after this version, in order and without a gap; one that failed before stands alone. */
    List<Parked> next(String subject, long version, Set<Parked.State> states) {
        Parked first = mongo.findById(key(subject) + "|" + (version + 1), Parked.class);
        if (first == null || !states.contains(first.state())) {
            return List.of();
        }
        return first.state() == Parked.State.FAILED ? List.of(first) : waiting(subject, version);
    }

    private List<Parked> waiting(String subject, long version) {
        List<Parked> run = new ArrayList<>();
        Query after = Query.query(Criteria.where("consumer")
                        .is(consumer)
                        .and("subject")
                        .is(subject)
                        .and("version")
                        .gt(version))
                .with(Sort.by("version"))
                .limit(RUN);
        for (Parked it : mongo.find(after, Parked.class)) {
            if (it.state() != Parked.State.WAITING || it.version() != version + run.size() + 1) {
                break;
            }
            run.add(it);
        }
        return run;
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
