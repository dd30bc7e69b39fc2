package io.hairline.kit.events;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;

/** Tells a server that is away, where trying again will help, from an event that can't be handled, where it won't. */
public final class Failures {

    private static final List<Class<? extends RuntimeException>> AWAY = List.of(
            MongoConnectionPoolClearedException.class,
            MongoExecutionTimeoutException.class,
            MongoInterruptedException.class,
            MongoNodeIsRecoveringException.class,
            MongoNotPrimaryException.class,
            MongoOperationTimeoutException.class,
            MongoSecurityException.class,
            MongoServerUnavailableException.class,
            MongoSocketException.class,
            MongoTimeoutException.class,
            Transactions.Contended.class);

    /** MongoDB's KeyNotFound: a server that has just started hasn't read the keys yet that sign its cluster's time. */
    private static final int KEY_NOT_FOUND = 211;

    private Failures() {}

    /** Whether it may be the work that is too much for one transaction, and not the server that is away: less of it may do. */
    public static boolean mayBeTooMuch(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof MongoOperationTimeoutException || it instanceof Transactions.Contended) {
                return true;
            }
        }
        return false;
    }

    public static boolean areAway(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            Throwable cause = it;
            if (AWAY.stream().anyMatch(kind -> kind.isInstance(cause))) {
                return true;
            }
            if (it instanceof MongoException mongo
                    && (mongo.getCode() == KEY_NOT_FOUND
                            || mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                            || mongo.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                            || mongo.hasErrorLabel("RetryableWriteError"))) {
                return true;
            }
        }
        return false;
    }
}
