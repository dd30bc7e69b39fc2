package io.hairline.headoffice.practitioner;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;

@Component
class PractitionerIndexes implements io.hairline.kit.Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("practitioners").createIndex(Indexes.ascending("rotas.clinicId", "_id"));
    }
}
