package io.hairline.headoffice.dashboard.projection;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.kit.Indexes;
import org.springframework.stereotype.Component;

/** What the dashboard's queries are answered from, in each generation of its collections. */
@Component
class ReadModelIndexes implements Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        ensure(database, new Generation(0));
    }

    static void ensure(MongoDatabase database, Generation generation) {
        for (boolean ofResources : new boolean[] {false, true}) {
            database.getCollection(generation.cells(ofResources)).createIndex(ascending("clinicId", "day"));
        }
        database.getCollection(generation.clients()).createIndex(ascending("places"));
    }
}
