package io.hairline.headoffice.people;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import org.springframework.stereotype.Component;

@Component
class PersonIndexes implements Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("persons").createIndex(ascending("login"), new IndexOptions().unique(true));
        database.getCollection("persons").createIndex(ascending("assignments.clinicId", "login"));
        database.getCollection("persons").createIndex(ascending("enrolledIn", "login"));
    }
}
