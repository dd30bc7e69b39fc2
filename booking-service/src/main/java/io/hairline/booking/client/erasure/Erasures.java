package io.hairline.booking.client.erasure;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ErasureId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Erasures implements Indexes {

    private static final String RECORDS = "records";
    private static final String HOME = "homeClinicId";
    private static final String SCHEMA = "schema";

    private final MongoTemplate mongo;

    Erasures(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Erasure require(ErasureId id) {
        Erasure erasure = mongo.findById(id, Erasure.class);
        if (erasure == null) {
            throw Refusal.notFound();
        }
        return erasure;
    }

    /** A record is erased once. */
    Optional<Erasure> of(ClientId record) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(RECORDS).is(record)), Erasure.class));
    }

    /** Of a clinic's clients, the latest first. */
    List<Erasure> of(ClinicId home, @Nullable ErasureId before, int most) {
        Criteria criteria = Criteria.where(HOME).is(home);
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("_id").descending()).limit(most), Erasure.class);
    }

    /** Some of those made before the end of what is kept was planned. */
    List<Erasure> withoutPlannedEnd(int most) {
        return mongo.find(Query.query(Criteria.where(SCHEMA).lt(Erasure.SCHEMA)).limit(most), Erasure.class);
    }

    /** Notes that the end of what is kept is planned; the erasure itself stays as it is, at its version. */
    void endPlanned(ErasureId id) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)), new Update().set(SCHEMA, Erasure.SCHEMA), Erasure.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(Erasure.COLLECTION).createIndex(ascending(RECORDS), new IndexOptions().unique(true));
        database.getCollection(Erasure.COLLECTION).createIndex(ascending(HOME, "_id"));
        database.getCollection(Erasure.COLLECTION)
                .createIndex(
                        ascending(SCHEMA),
                        new IndexOptions()
                                .name("without_planned_end")
                                .partialFilterExpression(new Document(SCHEMA, new Document("$lt", Erasure.SCHEMA))));
    }
}
