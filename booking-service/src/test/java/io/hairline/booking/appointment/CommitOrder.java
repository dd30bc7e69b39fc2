package io.hairline.booking.appointment;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.hairline.kit.events.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The events since a moment in the order in which they were committed, which a change stream alone knows. */
final class CommitOrder implements AutoCloseable {

    private static final int QUIET_LOOKS = 3;

    private final MongoTemplate mongo;
    private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream;

    CommitOrder(MongoTemplate mongo) {
        this.mongo = mongo;
        this.stream = mongo.getCollection(StoredEvent.COLLECTION)
                .watch()
                .batchSize(1_000)
                .maxAwaitTime(200, TimeUnit.MILLISECONDS)
                .cursor();
    }

    List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            ChangeStreamDocument<Document> change = stream.tryNext();
            if (change == null) {
                quiet++;
            } else if (change.getFullDocument() != null) {
                quiet = 0;
                events.add(mongo.getConverter().read(StoredEvent.class, change.getFullDocument()));
            }
        }
        return events;
    }

    @Override
    public void close() {
        stream.close();
    }
}
