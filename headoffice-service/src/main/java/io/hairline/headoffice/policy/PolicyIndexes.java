package io.hairline.headoffice.policy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;

@Component
class PolicyIndexes implements io.hairline.kit.Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("policies").createIndex(Indexes.ascending("scope"), new IndexOptions().unique(true));
    }
}
