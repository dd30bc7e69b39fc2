package io.hairline.treatment.lot;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Receives lots, and says what a clinic can use. */
@Service
public class Lots implements Indexes {

    private static final String CLINIC = "clinicId";

    private final MongoTemplate mongo;
    private final EventLog eventLog;

    Lots(MongoTemplate mongo, EventLog eventLog) {
        this.mongo = mongo;
        this.eventLog = eventLog;
    }

    /** Once for each id: received again, it is what it has become. */
    public Lot receive(LotId id, Delivery delivery) {
        return find(id).orElseGet(() -> eventLog.once(Lot.class, () -> record(id, delivery)));
    }

    private Lot record(LotId id, Delivery delivery) {
        try {
            return eventLog.record(Lot.class, () -> Lot.receive(id, delivery));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("lot-known", "This clinic has received this lot number of this product already.");
        }
    }

    public Optional<Lot> find(LotId id) {
        return Optional.ofNullable(mongo.findById(id, Lot.class));
    }

    /** In the order they came. */
    List<Lot> of(ClinicId clinic, @Nullable LotId after, int most) {
        Criteria here = Criteria.where(CLINIC).is(clinic);
        Criteria page = after == null ? here : here.and("_id").gt(after);
        return mongo.find(Query.query(page).with(Sort.by("_id")).limit(most), Lot.class);
    }

    /** Whether a clinic has any of this kind that may be used on this local day. */
    public boolean hasUsable(ClinicId clinic, LotKind kind, LocalDate today) {
        return mongo.exists(
                Query.query(Criteria.where(CLINIC)
                        .is(clinic)
                        .and("kind")
                        .is(kind)
                        .and("status")
                        .in(LotStatus.RECEIVED, LotStatus.IN_USE)
                        .and("expiresOn")
                        .gte(today)),
                Lot.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var lots = database.getCollection("lots");
        lots.createIndex(ascending(CLINIC, "maker", "product", "lotNumber"), new IndexOptions().unique(true));
        lots.createIndex(ascending(CLINIC, "_id"));
        lots.createIndex(ascending(CLINIC, "kind", "status", "expiresOn"));
    }
}
