package io.hairline.booking.stock;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.StockHeldBack;
import io.hairline.contracts.treatment.TreatmentEvent.StockUsableAgain;
import io.hairline.kit.Indexes;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Keeps what treatment tells of the clinics' stock. */
@Component
public class HeldBackStocks implements EventConsumer<TreatmentEvent>, Indexes {

    private static final String CLINIC = "clinicId";

    private final MongoTemplate mongo;

    HeldBackStocks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** By kind; none in a clinic that may use some of each, or has none to use. */
    public List<HeldBackStock> of(ClinicId clinic) {
        return mongo.find(
                Query.query(Criteria.where(CLINIC).is(clinic)).with(Sort.by("kindCode")), HeldBackStock.class);
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        if (event instanceof StockHeldBack it) {
            var _ = mongo.save(new HeldBackStock(
                    id(it.clinicId(), it.kindCode()), it.clinicId(), it.kindCode(), it.reasonCode(), received.time()));
        } else if (event instanceof StockUsableAgain it) {
            var _ = mongo.remove(
                    Query.query(Criteria.where("_id").is(id(it.clinicId(), it.kindCode()))), HeldBackStock.class);
        }
    }

    private static String id(ClinicId clinic, String kind) {
        return clinic.value() + ":" + kind;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("held_back_stock").createIndex(ascending(CLINIC, "kindCode"));
    }
}
