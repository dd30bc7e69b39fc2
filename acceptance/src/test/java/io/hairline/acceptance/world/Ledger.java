package io.hairline.acceptance.world;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.hairline.launcher.recount.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** A service's own event log, read in its database. */
public record Ledger(String databaseUri) {

    /** All of it, each aggregate's lines in their order. */
    public List<RecordedEvent> lines() {
        List<RecordedEvent> lines = new ArrayList<>();
        try (MongoClient client = MongoClients.create(databaseUri)) {
            String database = databaseUri.replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
            Document order = new Document("aggregateId", 1).append("version", 1);
            for (Document it :
                    client.getDatabase(database).getCollection("events").find().sort(order)) {
                lines.add(new RecordedEvent(
                        it.getString("type"),
                        it.getString("aggregateId"),
                        it.getLong("version"),
                        it.getDate("time").toInstant(),
                        JsonMapper.shared().readTree(it.getString("data"))));
            }
        }
        return lines;
    }
}
