package io.hairline.headoffice.region;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;

@Component
class RegionIndexes implements io.hairline.kit.Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("regions").createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
    }
}
