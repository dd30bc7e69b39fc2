package io.hairline.kit.consumer;

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
    Map<String, InboxEntry> seen(Collection<String> subjects) {
        Map<String, InboxEntry> bySubject = new LinkedHashMap<>();
        subjects.forEach(it -> bySubject.put(it, InboxEntry.nothing(key(it))));
        List<String> ids = bySubject.values().stream().map(InboxEntry::id).toList();
        mongo.find(Query.query(Criteria.where("_id").in(ids)), InboxEntry.class)
                .forEach(it -> bySubject.put(it.id().substring(consumer.length() + 1), it));
        return bySubject;
    }

    InboxEntry seen(String subject) {
        InboxEntry seen = mongo.findById(key(subject), InboxEntry.class);
        return seen == null ? InboxEntry.nothing(key(subject)) : seen;
    }

    void mark(Collection<InboxEntry> rows) {
        if (rows.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, InboxEntry.class);
        rows.forEach(it -> bulk.replaceOne(
                Query.query(Criteria.where("_id").is(it.id())),
                it,
                FindAndReplaceOptions.options().upsert()));
        bulk.execute();
    }

    void park(ReceivedEvent it, ParkedEvent.State state, String reason) {
        mongo.save(new ParkedEvent(
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
        mongo.save(new ParkedEvent(
                consumer + "|" + place,
                consumer,
                place,
                0,
                ParkedEvent.State.FAILED,
                reason,
                headers,
                body,
                Instant.now()));
    }

    /** How many were thrown away: none if what is parked there has an envelope. */
    long discardUnreadable(String place) {
        return mongo.remove(
                        Query.query(Criteria.where("_id")
                                .is(key(place))
                                .and("version")
                                .is(0)),
                        ParkedEvent.class)
                .getDeletedCount();
    }

    /** What comes after this version, in order and without a gap; one that failed before stands alone. */
    List<ParkedEvent> next(String subject, long version, Set<ParkedEvent.State> states) {
        ParkedEvent first = mongo.findById(key(subject) + "|" + (version + 1), ParkedEvent.class);
        if (first == null || !states.contains(first.state())) {
            return List.of();
        }
        return first.state() == ParkedEvent.State.FAILED ? List.of(first) : waiting(subject, version);
    }

    private List<ParkedEvent> waiting(String subject, long version) {
        List<ParkedEvent> run = new ArrayList<>();
        Query after = Query.query(Criteria.where("consumer")
                        .is(consumer)
                        .and("subject")
                        .is(subject)
                        .and("version")
                        .gt(version))
                .with(Sort.by("version"))
                .limit(RUN);
        for (ParkedEvent it : mongo.find(after, ParkedEvent.class)) {
            if (it.state() != ParkedEvent.State.WAITING || it.version() != version + run.size() + 1) {
                break;
            }
            run.add(it);
        }
        return run;
    }

    boolean anyParked(String subject) {
        return mongo.exists(parkedOf(subject), ParkedEvent.class);
    }

    /** What was handled after all, in another instance or as a repeat. */
    void unparkUpTo(String subject, long version) {
        mongo.remove(parkedOf(subject).addCriteria(Criteria.where("version").lte(version)), ParkedEvent.class);
    }

    private Query parkedOf(String subject) {
        return Query.query(Criteria.where("consumer")
                .is(consumer)
                .and("subject")
                .is(subject)
                .and("state")
                .in(ParkedEvent.State.FAILED, ParkedEvent.State.WAITING));
    }

    /** False if somebody else did. */
    boolean unpark(ParkedEvent it) {
        return mongo.remove(it).getDeletedCount() == 1;
    }

    List<ParkedEvent> parked(ParkedEvent.State state, int most) {
        return mongo.find(
                Query.query(inState(state)).with(Sort.by("subject", "version")).limit(most), ParkedEvent.class);
    }

    List<ParkedEvent> skipped(Collection<String> types) {
        return mongo.find(
                Query.query(inState(ParkedEvent.State.SKIPPED)
                                .and("headers." + Attributes.TYPE)
                                .in(types))
                        .with(Sort.by("subject", "version"))
                        .limit(MOST),
                ParkedEvent.class);
    }

    private Criteria inState(ParkedEvent.State state) {
        return Criteria.where("consumer").is(consumer).and("state").is(state);
    }

    List<String> subjectsParked() {
        return mongo.findDistinct(
                Query.query(Criteria.where("consumer")
                        .is(consumer)
                        .and("state")
                        .in(ParkedEvent.State.FAILED, ParkedEvent.State.WAITING)),
                "subject",
                ParkedEvent.class,
                String.class);
    }

    private String key(String subject) {
        return consumer + "|" + subject;
    }
}
