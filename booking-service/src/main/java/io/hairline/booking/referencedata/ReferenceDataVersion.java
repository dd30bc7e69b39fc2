package io.hairline.booking.referencedata;

import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** How often the copy has changed: while the number stays, no instance reads the copy again. */
final class ReferenceDataVersion {

    private static final String COLLECTION = "network_changes";
    /** So many that consumers of several partitions seldom meet at one. */
    private static final int COUNTERS = 16;

    private static final String CHANGES = "changes";

    private ReferenceDataVersion() {}

    /** In the transaction that changes the copy. */
    static void count(MongoTemplate mongo, String subject) {
        int counter = Math.floorMod(subject.hashCode(), COUNTERS);
        mongo.upsert(Query.query(Criteria.where("_id").is(counter)), new Update().inc(CHANGES, 1L), COLLECTION);
    }

    static long counted(MongoTemplate mongo) {
        long all = 0;
        for (Document it : mongo.findAll(Document.class, COLLECTION)) {
            all += Objects.requireNonNull(it.getLong(CHANGES));
        }
        return all;
    }
}
