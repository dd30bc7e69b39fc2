package io.hairline.kit.inlet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What one consumer has seen of each aggregate, and what of it waits. */
final class Inbox {

    private final MongoTemplate mongo;
    private final String consumer;

    Inbox(MongoTemplate mongo, String consumer) {
        this.mongo = mongo;
        this.consumer = consumer;
    }

    String consumer() {
        return consumer;
    }

    Map<String, Seen> seen(Collection<String> subjects) {
        Map<String, Seen> found = new HashMap<>();
        List<String> ids = subjects.stream().distinct().map(this::key).toList();
        mongo.find(Query.query(Criteria.where("_id").in(ids)), Seen.class).forEach(it -> found.put(it.id(), it));
        Map<String, Seen> bySubject = new HashMap<>();
        subjects.forEach(it -> bySubject.put(it, found.getOrDefault(key(it), Seen.nothing(key(it)))));
        return bySubject;
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

    Optional<Parked> waiting(String subject, long version) {
        return Optional.ofNullable(mongo.findById(key(subject) + "|" + version, Parked.class))
                .filter(it -> it.state() != Parked.State.SKIPPED);
    }

    boolean anyParked(String subject) {
        return mongo.exists(
                parkedOf(subject).addCriteria(Criteria.where("state").ne(Parked.State.SKIPPED)), Parked.class);
    }

    private Query parkedOf(String subject) {
        return Query.query(
                Criteria.where("consumer").is(consumer).and("subject").is(subject));
    }

    void unpark(Parked it) {
        mongo.remove(it);
    }

    void unpark(Received it) {
        mongo.remove(Query.query(Criteria.where("_id").is(key(it.subject()) + "|" + it.version())), Parked.class);
    }

    List<Parked> parked(Parked.State state, int most) {
        return mongo.find(
                Query.query(Criteria.where("consumer").is(consumer).and("state").is(state))
                        .with(Sort.by("subject", "version"))
                        .limit(most),
                Parked.class);
    }

    List<String> subjectsParked() {
        return new ArrayList<>(mongo.findDistinct(
                Query.query(Criteria.where("consumer")
                        .is(consumer)
                        .and("state")
                        .in(Parked.State.FAILED, Parked.State.WAITING)),
                "subject",
                Parked.class,
                String.class));
    }

    private String key(String subject) {
        return consumer + "|" + subject;
    }
}
