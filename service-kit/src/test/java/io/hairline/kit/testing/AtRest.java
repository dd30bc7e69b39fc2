package io.hairline.kit.testing;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** What somebody finds who has only the database. */
public final class AtRest {

    private AtRest() {}

    /** Every byte of every document; words of ASCII can be looked for in it, also where they lie in a binary field. */
    public static String everything(MongoDatabase database) {
        StringBuilder all = new StringBuilder();
        database.listCollectionNames().forEach(it -> all.append(everything(database, it)));
        return all.toString();
    }

    /** The same of one collection. */
    public static String everything(MongoDatabase database, String collection) {
        List<String> documents = database.getCollection(collection, RawBsonDocument.class)
                .find()
                .map(it -> StandardCharsets.ISO_8859_1
                        .decode(it.getByteBuffer().asNIO())
                        .toString())
                .into(new ArrayList<>());
        return String.join("\n", documents);
    }
}
