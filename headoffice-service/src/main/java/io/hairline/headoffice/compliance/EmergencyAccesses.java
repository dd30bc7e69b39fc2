package io.hairline.headoffice.compliance;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class EmergencyAccesses implements Indexes {

    private static final String CLINIC = "clinicId";
    private static final String OPENED = "openedAt";

    private final MongoTemplate mongo;

    EmergencyAccesses(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The same again changes nothing. */
    void save(EmergencyAccess access) {
        mongo.save(access);
    }

    List<EmergencyAccess> of(Collection<ClinicId> clinics, Instant since) {
        Query query = Query.query(Criteria.where(CLINIC).in(clinics).and(OPENED).gte(since));
        return mongo.find(query, EmergencyAccess.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(EmergencyAccess.COLLECTION).createIndex(ascending(CLINIC, OPENED));
    }
}
