package io.hairline.treatment.session;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.readiness.EarlierSessions;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The sessions of all clients; of each, one at a time. */
@Repository
public class Sessions implements Indexes, EarlierSessions {

    private static final String CLIENT = "clientId";
    private static final String APPOINTMENT = "appointmentId";
    private static final String STATUS = "status";
    private static final String OBSERVATIONS = "observations";

    private final MongoTemplate mongo;
    private final ChartEncryption seals;

    Sessions(MongoTemplate mongo, ChartEncryption seals) {
        this.mongo = mongo;
        this.seals = seals;
    }

    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(mongo.findById(id, Session.class));
    }

    Session require(SessionId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Session> findFor(AppointmentId appointment) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(APPOINTMENT).is(appointment)), Session.class));
    }

    /** Latest first. */
    List<Session> of(ClientId client) {
        return mongo.find(
                Query.query(Criteria.where(CLIENT).is(client))
                        .with(Sort.by("startedAt").descending()),
                Session.class);
    }

    List<String> doneUnder(PlanId plan) {
        return mongo
                .find(
                        Query.query(
                                Criteria.where("planId").is(plan).and(STATUS).is(SessionStatus.COMPLETED)),
                        Session.class)
                .stream()
                .map(Session::serviceCode)
                .toList();
    }

    @Override
    public List<Earlier> earlierOf(ClientId client) {
        return of(client).stream()
                .map(it -> new Earlier(
                        it.appointmentId(),
                        it.planId(),
                        it.serviceCode(),
                        it.status() == SessionStatus.COMPLETED,
                        it.startedAt()))
                .toList();
    }

    Binary seal(Session it, Observations seen) {
        return seals.seal(seen, it.clientId(), it.id(), OBSERVATIONS);
    }

    Optional<Observations> observationsOf(Session it) {
        return Optional.ofNullable(it.observations())
                .map(bytes -> seals.open(bytes, it.clientId(), it.id(), OBSERVATIONS, Observations.class));
    }

    @Override
    public void ensure(MongoDatabase database) {
        var sessions = database.getCollection("sessions");
        sessions.createIndex(ascending(APPOINTMENT), new IndexOptions().unique(true));
        sessions.createIndex(
                ascending(CLIENT),
                new IndexOptions()
                        .name("one_at_a_time")
                        .unique(true)
                        .partialFilterExpression(eq(STATUS, SessionStatus.IN_PROGRESS.name())));
        sessions.createIndex(ascending(CLIENT, "startedAt"));
        sessions.createIndex(ascending("planId", STATUS));
    }
}
