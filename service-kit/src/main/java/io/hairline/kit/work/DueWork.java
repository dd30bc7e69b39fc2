package io.hairline.kit.work;

import io.hairline.kit.Ids;
import io.hairline.kit.events.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Does what falls due, in due order, in whichever instance comes first. */
public final class DueWork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DueWork.class);
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final int BATCH = 32;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final MongoTemplate mongo;
    private final Transactions transactions;
    private final Clock clock;
    private final ObjectProvider<DueWorkHandler> handlers;
    private @Nullable ScheduledExecutorService worker;

    public DueWork(
            MongoTemplate mongo, Transactions transactions, Clock clock, ObjectProvider<DueWorkHandler> handlers) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.clock = clock;
        this.handlers = handlers;
    }

    /** Asks for work, in the caller's transaction; asking for the same again changes nothing. */
    public void at(Instant dueAt, String kind, String subject) {
        DueItem item = DueItem.of(kind, subject, dueAt);
        mongo.upsert(
                Query.query(Criteria.where("_id").is(item.id())),
                new Update()
                        .setOnInsert("kind", item.kind())
                        .setOnInsert("subject", item.subject())
                        .setOnInsert("dueAt", item.dueAt())
                        .setOnInsert("attempts", 0),
                DueItem.class);
    }

    @Override
    public void start() {
        Map<String, DueWorkHandler> byKind =
                handlers.stream().collect(Collectors.toMap(DueWorkHandler::kind, Function.identity()));
        if (byKind.isEmpty()) {
            return;
        }
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("due-work").daemon().factory());
        var _ = executor.scheduleWithFixedDelay(
                () -> doAllDue(byKind), LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        worker = executor;
    }

    private void doAllDue(Map<String, DueWorkHandler> byKind) {
        try {
            List<DueItem> batch = claim(byKind);
            while (!batch.isEmpty()) {
                batch.forEach(it -> doOne(it, byKind));
                batch = claim(byKind);
            }
        } catch (RuntimeException e) {
            log.warn("due work waits reason={}", e.toString());
        }
    }

    /** The next few in due order; those that another instance claims at the same moment are left out. */
    private List<DueItem> claim(Map<String, DueWorkHandler> byKind) {
        Instant now = Instant.now();
        Criteria free = new Criteria()
                .orOperator(
                        Criteria.where("claimedUntil").isNull(),
                        Criteria.where("claimedUntil").lt(now));
        Criteria due = new Criteria()
                .andOperator(
                        Criteria.where("kind").in(byKind.keySet()).and("dueAt").lte(clock.instant()), free);
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
                        .set("claimedUntil", now.plus(CLAIM))
                        .inc("attempts", 1),
                DueItem.class);
        return mongo.find(
                Query.query(Criteria.where("_id").in(ids).and("claim").is(claim))
                        .with(Sort.by("dueAt")),
                DueItem.class);
    }

    private void doOne(DueItem item, Map<String, DueWorkHandler> byKind) {
        DueWorkHandler handler = byKind.get(item.kind());
        if (handler == null) {
            return;
        }
        try {
            transactions.run(() -> {
                boolean mine = mongo.remove(
                                        Query.query(Criteria.where("_id")
                                                .is(item.id())
                                                .and("attempts")
                                                .is(item.attempts())),
                                        DueItem.class)
                                .getDeletedCount()
                        == 1;
                if (mine) {
                    handler.run(item);
                }
            });
        } catch (RuntimeException e) {
            log.warn("due work failed kind={} subject={} attempt={}", item.kind(), item.subject(), item.attempts(), e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService it = worker;
        if (it != null) {
            it.shutdown();
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
