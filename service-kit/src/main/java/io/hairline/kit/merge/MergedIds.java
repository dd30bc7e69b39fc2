package io.hairline.kit.merge;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.SessionSynchronization;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which client ids stand for one person. What a service has stored keeps the id it was stored under, so that a merge can be
 * undone exactly; reads ask for all ids of the person, and callers see the surviving one alone. All merges are remembered,
 * and an instance looks twice a second whether one has come or gone; it knows its own at once.
 */
public final class MergedIds implements EventConsumer<BookingEvent> {

    private static final String COLLECTION = "merged_clients";
    private static final String COUNTER = "merged_clients_changes";
    private static final String INTO = "into";
    private static final String CHANGES = "changes";
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final MongoTemplate mongo;
    /** Takes part in no transaction: what is remembered mustn't be older than the look before it. */
    private final MongoTemplate latest;

    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = new Known(-1, Map.of());
    private volatile long goodUntil = System.nanoTime();

    public MergedIds(MongoTemplate mongo) {
        this.mongo = mongo;
        this.latest = new MongoTemplate(mongo.getMongoDatabaseFactory(), mongo.getConverter());
        latest.setSessionSynchronization(SessionSynchronization.NEVER);
    }

    /**
     * The merges as of so many changes.
     *
     * @param into the survivor by the merged id
     * @param merged the merged ids by the survivor
     */
    private record Known(long changes, Map<ClientId, ClientId> into, Map<ClientId, Set<ClientId>> merged) {

        Known(long changes, Map<ClientId, ClientId> into) {
            this(
                    changes,
                    Map.copyOf(into),
                    into.entrySet().stream()
                            .collect(Collectors.groupingBy(
                                    Map.Entry::getValue,
                                    Collectors.mapping(Map.Entry::getKey, Collectors.toUnmodifiableSet()))));
        }
    }

    /** The id under which the person is seen: the given one, unless it was merged into another. */
    public ClientId survivor(ClientId id) {
        return known().into().getOrDefault(id, id);
    }

    /** Whether two ids stand for one person. */
    public boolean same(@Nullable ClientId one, @Nullable ClientId other) {
        return one != null && other != null && survivor(one).equals(survivor(other));
    }

    /** All ids of a person, the surviving one first. */
    public Set<ClientId> all(ClientId id) {
        Known now = known();
        ClientId survivor = now.into().getOrDefault(id, id);
        Set<ClientId> all = new LinkedHashSet<>(List.of(survivor));
        all.addAll(now.merged().getOrDefault(survivor, Set.of()));
        return all;
    }

    /** Documents of a person, whichever of the person's ids they were stored under. */
    public Criteria in(String field, ClientId id) {
        Set<ClientId> all = all(id);
        return all.size() == 1
                ? Criteria.where(field).is(all.iterator().next())
                : Criteria.where(field).in(all);
    }

    /** The ids as they are stored. */
    public Collection<String> stored(ClientId id) {
        return all(id).stream().map(ClientId::value).toList();
    }

    private Known known() {
        if (isOld()) {
            looking.lock();
            try {
                if (isOld()) {
                    look();
                }
            } finally {
                looking.unlock();
            }
        }
        return known;
    }

    private boolean isOld() {
        return System.nanoTime() - goodUntil >= 0;
    }

    private void look() {
        long start = System.nanoTime();
        Document counted = latest.findById(CHANGES, Document.class, COUNTER);
        long changes = counted == null ? 0 : Objects.requireNonNull(counted.getLong(CHANGES));
        if (changes != known.changes()) {
            Map<ClientId, ClientId> into = new HashMap<>();
            latest.find(Query.query(Criteria.where(INTO).exists(true)), Document.class, COLLECTION)
                    .forEach(it -> into.put(new ClientId(it.getString("_id")), new ClientId(it.getString(INTO))));
            known = new Known(changes, into);
        }
        goodUntil = start + LOOK_EVERY.toNanos();
    }

    /**
     * In a transaction: notes that a client's record was merged, or that this was undone.
     *
     * @param into the surviving client; absent if it is undone
     */
    public void note(ClientId merged, @Nullable ClientId into) {
        Query row = Query.query(Criteria.where("_id").is(merged.value()));
        if (into == null) {
            mongo.remove(row, COLLECTION);
        } else {
            mongo.upsert(row, new Update().set(INTO, into.value()), COLLECTION);
        }
        mongo.upsert(Query.query(Criteria.where("_id").is(CHANGES)), new Update().inc(CHANGES, 1L), COUNTER);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            /** After a look that is under way: what it has read may be older than this change. */
            @Override
            public void afterCommit() {
                looking.lock();
                try {
                    goodUntil = System.nanoTime();
                } finally {
                    looking.unlock();
                }
            }
        });
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        if (event instanceof ClientMerged it) {
            note(it.clientId(), it.intoId());
        } else if (event instanceof ClientUnmerged it) {
            note(it.clientId(), null);
        }
    }

    /** The index by which all merges are read. */
    public static void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(Indexes.ascending(INTO));
    }
}
