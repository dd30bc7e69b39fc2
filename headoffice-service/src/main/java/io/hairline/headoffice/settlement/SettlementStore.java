package io.hairline.headoffice.settlement;

import io.hairline.contracts.AppointmentId;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The entries and the touch-ups, each event once. */
@Repository
class SettlementStore {

    private final MongoTemplate mongo;

    SettlementStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void add(SettlementEntry entry) {
        if (!mongo.exists(Query.query(Criteria.where("_id").is(entry.id())), SettlementEntry.class)) {
            mongo.insert(entry);
        }
    }

    /** Adds to what is known of a touch-up's appointment. */
    void note(AppointmentId appointment, Update update) {
        mongo.upsert(Query.query(Criteria.where("_id").is(appointment.value())), update, TouchUpDone.class);
    }

    List<SettlementEntry> entries(String month) {
        return mongo.find(Query.query(Criteria.where("month").is(month)), SettlementEntry.class);
    }

    List<TouchUpDone> touchUps(String month) {
        return mongo.find(Query.query(Criteria.where("month").is(month)), TouchUpDone.class);
    }
}
