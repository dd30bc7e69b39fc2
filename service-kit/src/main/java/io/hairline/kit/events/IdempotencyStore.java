package io.hairline.kit.events;

import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Results of requests that carried an Idempotency-Key, kept for 48 hours of system time. */
public final class IdempotencyStore {

    private final MongoTemplate mongo;

    public IdempotencyStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * One request and what came of it.
     *
     * @param id hash of subject, route and key
     * @param kind of aggregate
     * @param states what the aggregates were then; absent for those with personal data
     */
    @org.springframework.data.mongodb.core.mapping.Document(COLLECTION)
    @TypeAlias("kit.request")
    record Request(
            @Id String id,
            String kind,
            String bodyHash,
            List<String> ids,
            @Nullable List<Document> states,
            Instant createdAt) {}

    static final String COLLECTION = "requests";

    <A extends Aggregate> Optional<List<A>> find(RequestContext.Repeatable repeatable, Class<A> type) {
        Request request = mongo.findById(repeatable.key(), Request.class);
        if (request == null) {
            return Optional.empty();
        }
        if (!request.bodyHash().equals(repeatable.bodyHash())) {
            throw new Refusal(
                    Refusal.Kind.RULE,
                    "idempotency-mismatch",
                    "This Idempotency-Key came before with another body. Take a new key for a new wish.");
        }
        if (!request.kind().equals(type.getSimpleName())) {
            throw new IllegalStateException("One request records once: it can't change a " + type.getSimpleName()
                    + " after a " + request.kind());
        }
        List<Document> states = request.states();
        return Optional.of(
                states == null
                        ? request.ids().stream().map(id -> current(id, type)).toList()
                        : states.stream()
                                .map(it -> mongo.getConverter().read(type, it))
                                .toList());
    }

    private <A> A current(String id, Class<A> type) {
        A found = mongo.findById(id, type);
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Fails with a duplicate key if the same request was kept before. */
    <A extends Aggregate> void remember(
            RequestContext.Repeatable repeatable, Class<A> type, List<SavedAggregate<A>> results) {
        List<String> ids = results.stream().map(it -> it.state().aggregateId()).toList();
        boolean personal =
                results.stream().anyMatch(it -> it.state().getClass().isAnnotationPresent(PersonalData.class));
        List<Document> states =
                personal ? null : results.stream().map(SavedAggregate::document).toList();
        mongo.insert(
                new Request(repeatable.key(), type.getSimpleName(), repeatable.bodyHash(), ids, states, Instant.now()));
    }
}
