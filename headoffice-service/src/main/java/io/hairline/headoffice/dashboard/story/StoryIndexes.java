package io.hairline.headoffice.dashboard.story;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.kit.Indexes;
import org.springframework.stereotype.Component;

@Component
class StoryIndexes implements Indexes {

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(Cell.COLLECTION).createIndex(ascending("clinicId", "day"));
    }
}
