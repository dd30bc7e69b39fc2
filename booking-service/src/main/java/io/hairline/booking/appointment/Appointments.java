package io.hairline.booking.appointment;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.booking.diary.Diary;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Appointments implements Indexes {

    private static final String STARTS_AT = "slot.startsAt";

    private static final String HOLDERS = "holders";
    private static final long HOLDERS_KEPT_DAYS = 2;

    private final MongoTemplate mongo;

    Appointments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Appointment> find(AppointmentId id) {
        return Optional.ofNullable(mongo.findById(id, Appointment.class));
    }

    Appointment require(AppointmentId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** Active appointments that hold any of these claims. */
    List<Appointment> holding(List<String> claims) {
        return mongo.find(Query.query(Criteria.where("claims").in(claims)), Appointment.class);
    }

    List<Appointment> ofCourse(CourseId course) {
        return mongo.find(
                Query.query(Criteria.where("courseId").is(course)).with(Sort.by(STARTS_AT)), Appointment.class);
    }

    /** In a transaction: whoever holds at the same moment for the same visitor runs again after it, and counts it. */
    void holdOneAtATime(String madeBy) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(madeBy)),
                new Update().inc("holds", 1).currentDate("at"),
                HOLDERS);
    }

    int openHoldsOf(String madeBy, Instant now) {
        return (int) mongo.count(
                Query.query(Criteria.where("madeBy")
                        .is(madeBy)
                        .and("status")
                        .is(Status.HELD)
                        .and("holdExpiresAt")
                        .gt(now)),
                Appointment.class);
    }

    /** Latest first. */
    List<Appointment> of(ClientId client, @Nullable AppointmentId before, int most) {
        Criteria criteria = Criteria.where("clientId").is(client);
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("_id").descending()).limit(most), Appointment.class);
    }

    /** A clinic's diary between two instants, in order of time; what has lapsed or was released isn't in it. */
    List<Appointment> in(ClinicId clinic, Instant from, Instant until) {
        return mongo.find(
                Query.query(Criteria.where("slot.clinicId")
                                .is(clinic)
                                .and(STARTS_AT)
                                .gte(from)
                                .lt(until)
                                .and("status")
                                .ne(Status.EXPIRED))
                        .with(Sort.by(STARTS_AT, "_id")),
                Appointment.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> appointments = database.getCollection(Diary.COLLECTION);
        Document active = new Document("claims", new Document("$exists", true));
        appointments.createIndex(
                ascending("claims"), new IndexOptions().unique(true).partialFilterExpression(active));
        for (String whose : List.of("slot.clinicId", "slot.practitionerId", "clientId")) {
            appointments.createIndex(
                    ascending(whose, STARTS_AT),
                    new IndexOptions().name("active_" + whose).partialFilterExpression(active));
        }
        appointments.createIndex(ascending("slot.clinicId", STARTS_AT));
        appointments.createIndex(ascending("clientId", "_id"));
        appointments.createIndex(
                ascending("courseId"),
                new IndexOptions().partialFilterExpression(new Document("courseId", new Document("$exists", true))));
        database.getCollection(HOLDERS)
                .createIndex(ascending("at"), new IndexOptions().expireAfter(HOLDERS_KEPT_DAYS, TimeUnit.DAYS));
        appointments.createIndex(
                ascending("madeBy", "holdExpiresAt"),
                new IndexOptions().partialFilterExpression(new Document("status", "HELD")));
    }
}
