package io.hairline.headoffice.owner;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;

@Component
class OwnerIndexes implements io.hairline.kit.Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("owners").createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
    }
}
