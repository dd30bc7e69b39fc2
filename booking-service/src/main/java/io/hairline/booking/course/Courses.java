package io.hairline.booking.course;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PlanId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Courses, and the plans that may become one. */
@Repository
public class Courses implements Indexes {

    private static final String COLLECTION = "courses";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    Courses(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    void keep(AcceptedPlan plan) {
        mongo.save(plan);
    }

    Optional<AcceptedPlan> plan(PlanId id) {
        return Optional.ofNullable(mongo.findById(id, AcceptedPlan.class))
                .map(it -> it.of(mergedClients.survivor(it.clientId())));
    }

    public Course require(CourseId id) {
        Course course = mongo.findById(id, Course.class);
        if (course == null) {
            throw Refusal.notFound();
        }
        return course;
    }

    Optional<Course> of(PlanId plan) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("planId").is(plan)), Course.class));
    }

    /** Latest first. */
    List<Course> of(ClientId client, @Nullable CourseId before, int most) {
        Criteria criteria = mergedClients.in("clientId", client);
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("_id").descending()).limit(most), Course.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(ascending("planId"), new IndexOptions().unique(true));
        database.getCollection(COLLECTION).createIndex(ascending("clientId", "_id"));
    }
}
