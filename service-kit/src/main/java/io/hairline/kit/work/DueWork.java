package io.hairline.kit.work;

import io.hairline.kit.events.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Does what falls due, in due order, in whichever instance comes first. */
public final class DueWork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DueWork.class);
    private static final Duration CLAIM = Duration.ofSeconds(30);
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
            @Nullable DueItem item = claim(byKind);
            while (item != null) {
                doOne(item, byKind);
                item = claim(byKind);
            }
        } catch (RuntimeException e) {
            log.warn("due work waits reason={}", e.toString());
        }
    }

    private @Nullable DueItem claim(Map<String, DueWorkHandler> byKind) {
        Instant now = Instant.now();
        Query due = Query.query(Criteria.where("kind")
                        .in(byKind.keySet())
                        .and("dueAt")
                        .lte(clock.instant())
                        .orOperator(
                                Criteria.where("claimedUntil").isNull(),
                                Criteria.where("claimedUntil").lt(now)))
                .with(Sort.by("dueAt"));
        return mongo.findAndModify(
                due,
                new Update().set("claimedUntil", now.plus(CLAIM)).inc("attempts", 1),
                FindAndModifyOptions.options().returnNew(true),
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
