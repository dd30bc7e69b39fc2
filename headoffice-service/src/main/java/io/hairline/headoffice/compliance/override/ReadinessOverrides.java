package io.hairline.headoffice.compliance.override;

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
import org.springframework.stereotype.Component;

/** Head office's copies of overrides. */
@Component
public class ReadinessOverrides implements Indexes {

    private static final String CLINIC = "clinicId";
    private static final String AT = "overriddenAt";

    private final MongoTemplate mongo;

    ReadinessOverrides(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The same again changes nothing. */
    public void add(ReadinessOverride override) {
        mongo.save(override);
    }

    /** Those of these clinics from an instant on. */
    public List<ReadinessOverride> since(Collection<ClinicId> clinics, Instant from) {
        return mongo.find(Query.query(Criteria.where(CLINIC).in(clinics).and(AT).gte(from)), ReadinessOverride.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(ReadinessOverride.COLLECTION).createIndex(ascending(CLINIC, AT));
    }
}
