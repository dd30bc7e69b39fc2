package io.hairline.headoffice.clinic;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import org.springframework.stereotype.Component;

@Component
class ClinicIndexes implements Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("clinics").createIndex(ascending("code"), new IndexOptions().unique(true));
        database.getCollection("clinics").createIndex(ascending("regionId", "code"));
    }
}
