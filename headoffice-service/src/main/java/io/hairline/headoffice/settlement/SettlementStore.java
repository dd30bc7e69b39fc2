package io.hairline.headoffice.settlement;

import io.hairline.contracts.AppointmentId;
import java.util.List;
import java.util.Objects;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The entries, the touch-ups and what was paid for other clinics' work, each event once. */
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

    /** Adds a payment, a refund or a piece of work to what is known of a course or an appointment. */
    void note(String subject, PaidWork.Row row) {
        Query query = Query.query(Criteria.where("_id").is(subject));
        PaidWork known = mongo.findAndModify(
                query,
                new Update()
                        .set("rows." + row.key(), row)
                        .addToSet("months", row.month())
                        .addToSet("clinics", row.clinicId().value()),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                PaidWork.class);
        if (known != null
                && known.elsewhere() == null
                && known.clinics() != null
                && known.clinics().size() > 1) {
            mongo.updateFirst(query, new Update().set("elsewhere", true), PaidWork.class);
        }
    }

    /** What a payment stands at on a course or an appointment, in minor units. */
    long paid(String subject, String payment) {
        PaidWork known = mongo.findById(subject, PaidWork.class);
        return known == null
                ? 0
                : known.inOrder().stream()
                        .filter(it -> !it.work() && it.subject().equals(payment))
                        .mapToLong(it -> Objects.requireNonNull(it.units()))
                        .sum();
    }

    /** Courses and appointments of several clinics of which something happened in a month. */
    List<PaidWork> paidWork(String month) {
        return mongo.find(
                Query.query(Criteria.where("elsewhere").is(true).and("months").is(month)), PaidWork.class);
    }

    List<SettlementEntry> entries(String month) {
        return mongo.find(Query.query(Criteria.where("month").is(month)), SettlementEntry.class);
    }

    List<TouchUpDone> touchUps(String month) {
        return mongo.find(Query.query(Criteria.where("month").is(month)), TouchUpDone.class);
    }
}
