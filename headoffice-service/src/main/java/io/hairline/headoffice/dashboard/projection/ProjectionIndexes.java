package io.hairline.headoffice.dashboard.projection;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.kit.Indexes;
import org.springframework.stereotype.Component;

@Component
class ProjectionIndexes implements Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(DailyTotals.COLLECTION).createIndex(ascending("clinicId", "day"));
    }
}
