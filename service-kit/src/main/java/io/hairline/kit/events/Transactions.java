package io.hairline.kit.events;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One MongoDB transaction around a piece of work, run again as a whole on a transient conflict.
 *
 * <p>A unique key lost inside a transaction shows first as a write conflict; only the second run gets the duplicate key.
 */
public final class Transactions {

    private static final int ATTEMPTS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** MongoDB's LockTimeout and WriteConflict. */
    private static final Set<Integer> CONFLICTS = Set.of(24, 112);

    private final TransactionTemplate template;
    private final MongoTemplate mongo;

    public Transactions(PlatformTransactionManager manager, MongoTemplate mongo) {
        this.template = new TransactionTemplate(manager);
        this.mongo = mongo;
    }

    /**
     * Runs the work in the transaction that is open, or in one of its own; the work has no other side effect.
     *
     * <p>Work that refuses does so for what it saw, and that stays to be seen: no later read is older.
     */
    public <T extends @Nullable Object> T run(Supplier<T> work) {
        return run(work, PATIENCE);
    }

    /** @param patience how long a conflict is tried again; then the work is {@link Contended} */
    public <T extends @Nullable Object> T run(Supplier<T> work, Duration patience) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (!isTransient(e)) {
                    if (!Failures.areAway(e)) {
                        awaitWhatWasSeen();
                    }
                    throw e;
                }
                if (attempt == ATTEMPTS || System.nanoTime() > deadline) {
                    throw isConflict(e) ? new Contended(e) : e;
                }
                long pause = ThreadLocalRandom.current().nextLong(1, 2L << Math.min(attempt, 6));
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            }
        }
    }

    public void run(Runnable work) {
        this.<@Nullable Void>run(() -> {
            work.run();
            return null;
        });
    }

    @SuppressWarnings("NullAway") // the template hands through whatever the work returns
    private <T extends @Nullable Object> T once(Supplier<T> work) {
        return template.execute(_ -> work.get());
    }

    /**
     * A transaction sees what others committed before a majority has it, and only its own commit waits for that. One that is
     * undone waits here: MongoDB answers a linearizable read, even of nothing, when a majority has all that came before.
     */
    private void awaitWhatWasSeen() {
        mongo.getCollection(StoredEvent.COLLECTION)
                .withReadConcern(ReadConcern.LINEARIZABLE)
                .find(new Document("_id", ""))
                .first();
    }

    private static boolean isTransient(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof StaleState) {
                return true;
            }
            if (it instanceof MongoException mongo
                    && mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
                return true;
            }
        }
        return false;
    }

    /** Others were in the way, and not a server that is away or has no leader. */
    private static boolean isConflict(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof StaleState
                    || (it instanceof MongoException mongo && CONFLICTS.contains(mongo.getCode()))) {
                return true;
            }
        }
        return false;
    }

    /** Somebody else changed the aggregate between load and save: load it again. */
    static final class StaleState extends RuntimeException {
        StaleState(String aggregateId) {
            super(aggregateId + " changed meanwhile");
        }
    }

    /** The work lost against others too often; nothing was stored, and it can be tried again. */
    public static final class Contended extends RuntimeException {
        Contended(Throwable last) {
            super("Too many others are changing the same things", last);
        }
    }
}
