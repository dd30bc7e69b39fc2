package io.hairline.kit.autoconfigure;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.merge.MergedIds;
import java.util.concurrent.TimeUnit;

/** The indexes of the kit's own collections. */
public final class KitIndexes implements Indexes {

    private static final long REMEMBERED_HOURS = 48;

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(StoredEvent.COLLECTION)
                .createIndex(ascending("aggregateId", "version"), new IndexOptions().unique(true));
        database.getCollection("requests")
                .createIndex(ascending("createdAt"), new IndexOptions().expireAfter(REMEMBERED_HOURS, TimeUnit.HOURS));
        database.getCollection("parked").createIndex(ascending("consumer", "state", "subject", "version"));
        database.getCollection("parked").createIndex(ascending("consumer", "subject", "version"));
        MergedIds.ensure(database);
        database.getCollection("due_work").createIndex(ascending("dueAt"));
        database.getCollection("due_work")
                .createIndex(ascending("parkedAt"), new IndexOptions().partialFilterExpression(exists("parkedAt")));
    }
}
