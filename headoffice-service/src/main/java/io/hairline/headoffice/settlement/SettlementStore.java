package io.hairline.headoffice.settlement;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.events.GatheredWrites;
import io.hairline.kit.events.Transactions;
import java.util.List;
import java.util.Objects;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The entries, the touch-ups and what was paid for other clinics' work, each event once. */
@Repository
class SettlementStore {

    private final MongoTemplate mongo;
    private final GatheredWrites<Noted> paidWork;

    SettlementStore(MongoTemplate mongo, Transactions transactions) {
        this.mongo = mongo;
        this.paidWork = new GatheredWrites<>(transactions, this::noteAll);
    }

    /** What happened to a course or an appointment. */
    private record Noted(String subject, PaidWork.Row row) {}

    void add(SettlementEntry entry) {
        if (!mongo.exists(Query.query(Criteria.where("_id").is(entry.id())), SettlementEntry.class)) {
            mongo.insert(entry);
        }
    }

    /** Adds to what is known of a touch-up's appointment. */
    void note(AppointmentId appointment, Update update) {
        mongo.upsert(Query.query(Criteria.where("_id").is(appointment.value())), update, TouchUpDone.class);
    }

    /**
     * Adds a payment, a refund or a piece of work to what is known of a course or an appointment; written at the end of the
     * transaction that is open.
     */
    void note(String subject, PaidWork.Row row) {
        paidWork.add(new Noted(subject, row));
    }

    private void noteAll(List<Noted> all) {
        BulkOperations bulk = mongo.bulkOps(BulkMode.ORDERED, PaidWork.class);
        for (Noted it : all) {
            bulk.upsert(
                    Query.query(Criteria.where("_id").is(it.subject())),
                    new Update()
                            .set("rows." + it.row().key(), it.row())
                            .addToSet("months", it.row().month())
                            .addToSet("clinics", it.row().clinicId().value()));
        }
        Criteria inSeveral = Criteria.where("_id")
                .in(all.stream().map(Noted::subject).distinct().toList())
                .and("clinics.1")
                .exists(true);
        bulk.updateMulti(Query.query(inSeveral), new Update().set("elsewhere", true));
        bulk.execute();
    }

    /** What a payment stands at on a course or an appointment, in minor units. */
    long paid(String subject, String payment) {
        paidWork.flush();
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
