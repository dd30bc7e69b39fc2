package io.hairline.headoffice.catalogue;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;

@Component
class ServiceIndexes implements io.hairline.kit.Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("services").createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
    }
}
