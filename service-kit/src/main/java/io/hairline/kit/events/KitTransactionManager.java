package io.hairline.kit.events;

import com.mongodb.MongoException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;

/** Commits again while the server can't say whether it has: the same commit twice is one commit. */
public final class KitTransactionManager extends MongoTransactionManager {

    private static final int ATTEMPTS = 3;

    public KitTransactionManager(MongoDatabaseFactory databases) {
        super(databases);
    }

    @Override
    protected void doCommit(MongoTransactionObject transaction) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                super.doCommit(transaction);
                return;
            } catch (MongoException e) {
                if (attempt == ATTEMPTS || !e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
                    throw e;
                }
            }
        }
    }
}
