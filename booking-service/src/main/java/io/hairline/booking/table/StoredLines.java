package io.hairline.booking.table;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * How many lines of a table are stored. A table is stored in parts, because a transaction has four seconds; if it was
 * interrupted, the same table sent again within two days goes on where it ended.
 */
@Repository
public class StoredLines implements Indexes {

    /** Lines that one transaction stores. */
    public static final int AT_ONCE = 100;

    private static final String COLLECTION = "stored_lines";
    private static final String COUNT = "count";
    private static final long KEPT_DAYS = 2;

    private final MongoTemplate mongo;

    StoredLines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What a table is known by: its kind, what it is for, and all its bytes. */
    public static String key(String kind, String scope, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + "|" + scope + "|").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** In the transaction that stores a part: false if the part was stored before, else it counts as stored. */
    public boolean advance(String table, int from, int until) {
        Query it = Query.query(Criteria.where("_id").is(table));
        Document before = mongo.findOne(it, Document.class, COLLECTION);
        if (before != null && before.getInteger(COUNT, 0) > from) {
            return false;
        }
        mongo.upsert(it, new Update().set(COUNT, until).currentDate("at"), COLLECTION);
        return true;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION)
                .createIndex(ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
