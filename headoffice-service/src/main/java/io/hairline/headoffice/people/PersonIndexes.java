package io.hairline.headoffice.people;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;

@Component
class PersonIndexes implements io.hairline.kit.Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("persons").createIndex(Indexes.ascending("login"), new IndexOptions().unique(true));
    }
}
