package io.hairline.booking.payment;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.booking.course.CoursePayments;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
public class Payments implements Indexes, CoursePayments {

    private static final String COLLECTION = "payments";
    private static final String TURNS = "payment_turns";
    private static final long TURNS_KEPT_DAYS = 2;

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    Payments(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    Payment require(PaymentId id) {
        Payment payment = mongo.findById(id, Payment.class);
        if (payment == null) {
            throw Refusal.notFound();
        }
        return payment;
    }

    /** In the order in which they were made. */
    public List<Payment> of(AppointmentId appointment) {
        return by("paid.appointmentId", appointment);
    }

    /** In the order in which they were made. */
    public List<Payment> of(ClientId client) {
        return mongo.find(Query.query(mergedClients.in("paid.clientId", client)).with(Sort.by("_id")), Payment.class);
    }

    /** Those stored under this very id; their events stay, and name nobody. */
    void remove(ClientId client) {
        mongo.remove(Query.query(Criteria.where("paid.clientId").is(client)), Payment.class);
    }

    /** In the order in which they were made. */
    public List<Payment> of(CourseId course) {
        return by("paid.courseId", course);
    }

    private List<Payment> by(String field, Object value) {
        return mongo.find(Query.query(Criteria.where(field).is(value)).with(Sort.by("_id")), Payment.class);
    }

    /**
     * In a transaction that adds up payments: of two for the same appointment or course at the same moment, one runs again
     * after the other and counts what that one wrote.
     */
    public void oneAtATime(String subject) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(subject)),
                new Update().inc("turns", 1).currentDate("at"),
                TURNS);
    }

    @Override
    public Money paidFor(CourseId course, Money like) {
        return new Money(
                RefundCalculation.sum(of(course).stream()
                        .filter(it -> it.state() == Payment.State.CAPTURED)
                        .filter(it -> it.currency().equals(like.currency()))
                        .map(Payment::towardsPrice)
                        .toList()),
                like.currency());
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(ascending("paid.appointmentId"));
        database.getCollection(COLLECTION).createIndex(ascending("paid.courseId"));
        database.getCollection(COLLECTION).createIndex(ascending("paid.clientId"));
        database.getCollection(TURNS)
                .createIndex(ascending("at"), new IndexOptions().expireAfter(TURNS_KEPT_DAYS, TimeUnit.DAYS));
    }
}
