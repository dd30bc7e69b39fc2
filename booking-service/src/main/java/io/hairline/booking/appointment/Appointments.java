package io.hairline.booking.appointment;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Occupancy;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
public class Appointments implements Indexes {

    public static final String CLINIC = "slot.clinicId";
    public static final String PRACTITIONER = "slot.practitionerId";
    public static final String CLIENT = "clientId";
    private static final String STARTS_AT = "slot.startsAt";
    private static final String DONE_AT = "doneAt";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    Appointments(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    public Optional<Appointment> find(AppointmentId id) {
        return Optional.ofNullable(mongo.findById(id, Appointment.class));
    }

    public Appointment require(AppointmentId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** Active appointments that hold any of these claims. */
    public List<Appointment> holding(List<String> claims) {
        return mongo.find(Query.query(Criteria.where("claims").in(claims)), Appointment.class);
    }

    public List<Appointment> ofCourse(CourseId course) {
        return mongo.find(
                Query.query(Criteria.where("courseId").is(course)).with(Sort.by(STARTS_AT)), Appointment.class);
    }

    /** Latest first. */
    List<Appointment> of(ClientId client, @Nullable AppointmentId before, int most) {
        Criteria criteria = mergedClients.in("clientId", client);
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("_id").descending()).limit(most), Appointment.class);
    }

    /**
     * A clinic's diary between two instants, in order of the planned time: what is planned for then and wasn't done at
     * another time, and what was done then. Holds that lapsed or were released are left out.
     */
    public List<Appointment> in(ClinicId clinic, Instant from, Instant until) {
        Criteria during = new Criteria()
                .orOperator(
                        Criteria.where(DONE_AT).exists(false),
                        Criteria.where(DONE_AT).gte(from).lt(until));
        Criteria planned = new Criteria()
                .andOperator(
                        Criteria.where(CLINIC)
                                .is(clinic)
                                .and(STARTS_AT)
                                .gte(from)
                                .lt(until),
                        Criteria.where("status").ne(Status.EXPIRED),
                        during);
        Criteria done = Criteria.where(CLINIC).is(clinic).and(DONE_AT).gte(from).lt(until);
        return mongo.find(
                Query.query(new Criteria().orOperator(planned, done)).with(Sort.by(STARTS_AT, "_id")),
                Appointment.class);
    }

    /**
     * Confirmed appointments from an instant on, in order of their starts.
     *
     * @param whose {@link #CLINIC} or {@link #PRACTITIONER}
     */
    public List<Appointment> confirmed(String whose, String id, Instant from, int most) {
        return inForce(
                Criteria.where(whose).is(id), from, Criteria.where("status").is(Status.CONFIRMED), most);
    }

    /**
     * Confirmed appointments and those that have begun, from an instant on, in order of their starts.
     *
     * @param whose {@link #CLIENT} or {@link #PRACTITIONER}
     */
    public List<Appointment> toCome(String whose, String id, Instant from, int most) {
        Criteria theirs = whose.equals(CLIENT)
                ? mergedClients.in(CLIENT, new ClientId(id))
                : Criteria.where(whose).is(id);
        return inForce(theirs, from, Criteria.where("status").ne(Status.HELD), most);
    }

    private List<Appointment> inForce(Criteria theirs, Instant from, Criteria status, int most) {
        return mongo.find(
                Query.query(new Criteria()
                                .andOperator(
                                        theirs.and(STARTS_AT).gte(from),
                                        Criteria.where("claims").exists(true),
                                        status))
                        .with(Sort.by(STARTS_AT))
                        .limit(most),
                Appointment.class);
    }

    /** A client's appointments for a service in a clinic between two instants, whatever became of them. */
    public List<Appointment> of(ClientId client, ClinicId clinic, String serviceCode, Instant from, Instant until) {
        return mongo.find(
                Query.query(mergedClients
                        .in("clientId", client)
                        .and(CLINIC)
                        .is(clinic)
                        .and("slot.serviceCode")
                        .is(serviceCode)
                        .and(STARTS_AT)
                        .gte(from)
                        .lt(until)),
                Appointment.class);
    }

    /** Those stored under this very id, whatever became of them. */
    public List<Appointment> storedUnder(ClientId id) {
        return mongo.find(Query.query(Criteria.where(CLIENT).is(id)), Appointment.class);
    }

    /**
     * In a transaction: the time of all appointments that are stored under one id is from now on another person's, or their
     * own again. The unique index refuses it where that person is busy.
     *
     * @param except those that stay as they are
     */
    public void claimFor(ClientId claimant, ClientId storedUnder, List<AppointmentId> except) {
        for (Appointment it : storedUnder(storedUnder)) {
            if (except.contains(it.id())) {
                continue;
            }
            Occupancy claimed = it.occupied().with(claimant);
            Update update = new Update().set("occupied.clientId", claimant);
            if (it.claims() != null) {
                update.set("claims", claimed.claims());
            }
            mongo.updateFirst(Query.query(Criteria.where("_id").is(it.id())), update, Appointment.class);
        }
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> appointments = database.getCollection(Diary.COLLECTION);
        Document active = new Document("claims", new Document("$exists", true));
        appointments.createIndex(
                ascending("claims"), new IndexOptions().unique(true).partialFilterExpression(active));
        for (String whose : List.of(CLINIC, PRACTITIONER, "clientId")) {
            appointments.createIndex(
                    ascending(whose, STARTS_AT),
                    new IndexOptions().name("active_" + whose).partialFilterExpression(active));
        }
        appointments.createIndex(ascending(CLINIC, STARTS_AT));
        appointments.createIndex(ascending("clientId", "_id"));
        appointments.createIndex(
                ascending("courseId"),
                new IndexOptions().partialFilterExpression(new Document("courseId", new Document("$exists", true))));
        appointments.createIndex(
                ascending(CLINIC, DONE_AT),
                new IndexOptions().partialFilterExpression(new Document(DONE_AT, new Document("$exists", true))));
    }
}
