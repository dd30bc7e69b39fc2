package io.hairline.booking.course.replan;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.CourseId;
import io.hairline.kit.Indexes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** What is held for courses that are being re-planned; of no use to anybody when the holds are over. */
@Repository
class Replans implements Indexes {

    private static final String COLLECTION = "replans";
    private static final long KEPT_DAYS = 30;

    private final MongoTemplate mongo;

    Replans(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Replan> of(CourseId course) {
        return Optional.ofNullable(mongo.findById(course, Replan.class));
    }

    void keep(Replan replan) {
        mongo.save(replan);
    }

    void remove(CourseId course) {
        mongo.remove(Query.query(Criteria.where("_id").is(course)), Replan.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION)
                .createIndex(ascending("expiresAt"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
