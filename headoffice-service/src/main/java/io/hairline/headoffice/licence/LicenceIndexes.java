package io.hairline.headoffice.licence;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;

@Component
class LicenceIndexes implements io.hairline.kit.Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("licences").createIndex(Indexes.ascending("practitionerId", "_id"));
    }
}
