package io.hairline.kit.work;

import io.hairline.kit.ParkedWork;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Failures;
import io.hairline.kit.events.Transactions;
import io.micrometer.core.instrument.Metrics;
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
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Does what falls due, in due order, in any one instance. What fails is tried again after longer and longer pauses, about a
 * quarter of an hour in all, and then parked.
 */
public final class DueWork implements SmartLifecycle, ParkedWork {

    private static final Logger log = LoggerFactory.getLogger(DueWork.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    static final int MOST_FAILURES = 8;

    private final DueItems items;
    private final Transactions transactions;
    private final Clock clock;
    private final ObjectProvider<DueWorkHandler> handlers;
    private @Nullable ScheduledExecutorService worker;

    public DueWork(
            MongoTemplate mongo, Transactions transactions, Clock clock, ObjectProvider<DueWorkHandler> handlers) {
        this.items = new DueItems(mongo);
        this.transactions = transactions;
        this.clock = clock;
        this.handlers = handlers;
    }

    /** Asks for work, in the caller's transaction; asking for the same again changes nothing. */
    public void at(Instant dueAt, String kind, String subject) {
        items.add(DueItem.of(kind, subject, dueAt));
    }

    /** Whether that work was given up, and waits until it is tried again. */
    public boolean isParked(Instant dueAt, String kind, String subject) {
        return items.isParked(DueItem.of(kind, subject, dueAt));
    }

    /** Lets that work be tried again as if it had just fallen due; changes nothing if it wasn't given up. */
    public void replay(Instant dueAt, String kind, String subject) {
        items.unpark(DueItem.of(kind, subject, dueAt));
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
            List<DueItem> batch = items.claim(byKind.keySet(), clock.instant());
            while (!batch.isEmpty()) {
                batch.forEach(it -> doOne(it, byKind));
                batch = items.claim(byKind.keySet(), clock.instant());
            }
        } catch (RuntimeException e) {
            log.warn("due work waits reason={}", e.toString());
        }
    }

    private void doOne(DueItem item, Map<String, DueWorkHandler> byKind) {
        DueWorkHandler handler = byKind.get(item.kind());
        if (handler == null) {
            return;
        }
        try {
            transactions.run(() -> {
                if (items.remove(item)) {
                    handler.run(item);
                }
            });
        } catch (RuntimeException e) {
            afterFailure(item, e);
        }
    }

    /** A database that is away says nothing about the work; anything else is tried a few times, and then given up. */
    private void afterFailure(DueItem item, RuntimeException e) {
        if (isUnavailable(e)) {
            log.warn("due work waits kind={} subject={} reason={}", item.kind(), item.subject(), e.toString());
            items.rest(item, FIRST_PAUSE);
            return;
        }
        int failures = item.failed() + 1;
        if (e instanceof PermanentFailure || failures >= MOST_FAILURES) {
            log.error("due work parked kind={} subject={} failures={}", item.kind(), item.subject(), failures, e);
            items.park(item, reason(e));
            Metrics.counter("hairline.due.work.parked", "kind", item.kind()).increment();
            return;
        }
        log.warn("due work failed kind={} subject={} failures={}", item.kind(), item.subject(), failures, e);
        items.restAfterFailure(item, pauseAfter(failures));
        Metrics.counter("hairline.due.work.failed", "kind", item.kind()).increment();
    }

    private static boolean isUnavailable(RuntimeException e) {
        for (Throwable it = e; it != null; it = it.getCause()) {
            if (it instanceof RetriableException) {
                return true;
            }
        }
        return Failures.areAway(e);
    }

    /** Doubles from five seconds to ten minutes. */
    static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** An exception's message may hold what a person typed; ours for operators doesn't. */
    private static String reason(RuntimeException e) {
        return switch (e) {
            case PermanentFailure it -> String.valueOf(it.getMessage());
            case Refusal it -> it.slug();
            default -> e.getClass().getSimpleName();
        };
    }

    @Override
    public List<Item> parked(int most) {
        return items.parked(most);
    }

    @Override
    public int replay() {
        return items.unpark();
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
