package io.hairline.kit.events;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Writes an aggregate's next state and its event in one transaction, or neither. */
public final class EventLog {

    /** More than any event needs; a larger one is a mistake that the broker would refuse for ever. */
    private static final int MOST_CHARACTERS = 200_000;

    private final MongoTemplate mongo;
    private final Transactions transactions;
    private final IdempotencyStore idempotencyStore;
    private final Clock clock;
    private final CrashPoints crashPoints;

    public EventLog(
            MongoTemplate mongo,
            Transactions transactions,
            IdempotencyStore idempotencyStore,
            Clock clock,
            CrashPoints crashPoints) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.idempotencyStore = idempotencyStore;
        this.clock = clock;
        this.crashPoints = crashPoints;
    }

    /**
     * Runs a command on one aggregate. The command is run again on a conflict, so it loads what it decides on and does
     * nothing else. If the request came before with the same key, whatever the command does is undone and the result of
     * then is given again; so a request records once, all that it changes in one command.
     *
     * @throws Refusal as the command throws it, or {@code idempotency-mismatch} if the key came before with another body
     */
    public <A extends Aggregate> A record(Class<A> type, Supplier<Change<A>> command) {
        return recordAll(type, () -> List.of(command.get())).getFirst();
    }

    /** Runs a command on several aggregates of a kind: all of them change, or none. */
    public <A extends Aggregate> List<A> recordAll(Class<A> type, Supplier<List<Change<A>>> command) {
        Optional<RequestContext.Repeatable> repeatable =
                Optional.ofNullable(RequestContext.current().repeatable());
        try {
            AtomicBoolean again = new AtomicBoolean();
            List<A> recorded = transactions.run(() -> {
                // A second try may have lost against the same request.
                Optional<List<A>> before = again.getAndSet(true)
                        ? repeatable.flatMap(it -> idempotencyStore.find(it, type))
                        : Optional.empty();
                return before.orElseGet(() -> {
                    List<SavedAggregate<A>> kept = RequestContext.current().withoutKey().run(command).stream()
                            .map(this::save)
                            .toList();
                    repeatable.ifPresent(it -> idempotencyStore.remember(it, type, kept));
                    return kept.stream().map(SavedAggregate::state).toList();
                });
            });
            crashPoints.reach("after-commit");
            return recorded;
        } catch (RuntimeException e) {
            if (Failures.areAway(e)) {
                throw e;
            }
            return repeatable.flatMap(it -> idempotencyStore.find(it, type)).orElseThrow(() -> e);
        }
    }

    /**
     * For a use case that decides before it records: if it is refused because the same request came before and was done,
     * the result of that one is given again.
     */
    public <A extends Aggregate> A once(Class<A> type, Supplier<A> useCase) {
        try {
            return useCase.get();
        } catch (Refusal e) {
            return Optional.ofNullable(RequestContext.current().repeatable())
                    .flatMap(it -> idempotencyStore.find(it, type))
                    .map(List::getLast)
                    .orElseThrow(() -> e);
        }
    }

    /** The events of one aggregate, oldest first. */
    public List<StoredEvent> history(String aggregateId) {
        return mongo.find(
                Query.query(Criteria.where("aggregateId").is(aggregateId)).with(Sort.by("version")), StoredEvent.class);
    }

    private <A extends Aggregate> SavedAggregate<A> save(Change<A> change) {
        change.others().forEach(this::save);
        DomainEvent event = change.event();
        A next = change.next();
        Document document = new Document();
        mongo.getConverter().write(next, document);
        SavedAggregate<A> kept = new SavedAggregate<>(next, document);
        if (event == null) {
            return kept;
        }
        if (!event.subject().equals(next.aggregateId())) {
            throw new IllegalStateException("An event of " + event.subject() + " can't change " + next.aggregateId());
        }
        if (next.version() == 1) {
            mongo.execute(next.getClass(), it -> it.insertOne(document));
        } else {
            replace(kept);
        }
        mongo.insert(line(event, next.version()));
        return kept;
    }

    private void replace(SavedAggregate<?> next) {
        Aggregate state = next.state();
        Document filter = new Document("_id", state.aggregateId()).append("version", state.version() - 1);
        Long matched = mongo.execute(
                state.getClass(), it -> it.replaceOne(filter, next.document()).getMatchedCount());
        if (matched == null || matched == 0) {
            throw new Transactions.StaleState(state.aggregateId());
        }
    }

    private StoredEvent line(DomainEvent event, long version) {
        String data = EventJson.write(event);
        if (data.length() > MOST_CHARACTERS) {
            throw new Refusal(Refusal.Kind.RULE, "too-large", "That is more than one event can carry; split it.");
        }
        RequestContext context = RequestContext.current();
        ClinicId clinic = event.clinic();
        return new StoredEvent(
                Ids.next(StoredEvent.PREFIX),
                event.subject(),
                version,
                WireNames.nameOf(event.getClass()),
                Objects.requireNonNullElseGet(context.asOf(), clock::instant),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                clinic == null ? null : clinic.value(),
                context.actor(),
                context.correlationId(),
                context.causationId(),
                context.traceParent(),
                data);
    }
}
