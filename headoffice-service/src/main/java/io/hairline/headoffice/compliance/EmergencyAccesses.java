package io.hairline.headoffice.compliance;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Head office's copies of emergency accesses. */
@Repository
public class EmergencyAccesses implements Indexes {

    private static final String CLINIC = "clinicId";
    private static final String REVIEWED = "reviewedAt";

    private final MongoTemplate mongo;

    EmergencyAccesses(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The same again changes nothing. */
    void add(EmergencyAccess access) {
        if (mongo.findById(access.id(), EmergencyAccess.class) == null) {
            mongo.insert(access);
        }
    }

    public EmergencyAccess require(EmergencyAccessId id) {
        EmergencyAccess access = mongo.findById(id, EmergencyAccess.class);
        if (access == null) {
            throw Refusal.notFound();
        }
        return access;
    }

    public void close(EmergencyAccessId id, Instant at) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)), Update.update(REVIEWED, at), EmergencyAccess.class);
    }

    /** Those that nobody has reviewed yet. */
    List<EmergencyAccess> open(Collection<ClinicId> clinics) {
        Query query =
                Query.query(Criteria.where(CLINIC).in(clinics).and(REVIEWED).isNull());
        return mongo.find(query, EmergencyAccess.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(EmergencyAccess.COLLECTION).createIndex(ascending(CLINIC, REVIEWED));
    }
}
