package io.hairline.treatment.session;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.chart.ChartSessions;
import io.hairline.treatment.chartchain.ChartChain;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.lot.LotStatus;
import io.hairline.treatment.readiness.EarlierSessions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The sessions of all clients; each client has one at a time. */
@Repository
public class Sessions implements Indexes, EarlierSessions, ChartSessions {

    private static final String CLIENT = "clientId";
    private static final String APPOINTMENT = "appointmentId";
    private static final String STATUS = "status";
    private static final String OBSERVATIONS = "observations";
    private static final String ADDENDUM = "addendum";
    private static final String PIGMENT_LOT = "done.pigments.lotId";
    private static final String NEEDLE_LOT = "done.needle.lotId";
    private static final String CLINIC = "clinicId";
    private static final String LATE_LOTS = "done.lateLots";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final ChartEncryption seals;
    private final EventLog eventLog;
    private final ChartChain chain;
    private final Clock clock;

    Sessions(
            MongoTemplate mongo,
            ChartEncryption seals,
            EventLog eventLog,
            ChartChain chain,
            Clock clock,
            MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.seals = seals;
        this.eventLog = eventLog;
        this.chain = chain;
        this.clock = clock;
    }

    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(mongo.findById(id, Session.class));
    }

    @Override
    public Optional<Seat> seat(SessionId id) {
        return find(id).map(Sessions::seat);
    }

    @Override
    public Map<SessionId, Seat> seats(Collection<SessionId> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(Set.copyOf(ids))), Session.class).stream()
                .collect(Collectors.toUnmodifiableMap(Session::id, Sessions::seat));
    }

    @Override
    public Optional<Seat> lastSigned(ClientId client) {
        return lastOutside(client, List.of()).map(Sessions::seat);
    }

    private static Seat seat(Session it) {
        return new Seat(
                it.id(),
                it.clientId(),
                it.clinicId(),
                it.serviceCode(),
                it.startedAt(),
                it.done() == null ? null : it.done().at());
    }

    Session require(SessionId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Session> findFor(AppointmentId appointment) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(APPOINTMENT).is(appointment)), Session.class));
    }

    /** Those whose start wasn't undone, latest first. */
    List<Session> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client).and(STATUS).ne(SessionStatus.START_UNDONE))
                        .with(Sort.by("startedAt").descending()),
                Session.class);
    }

    /** The client's last completed session in none of these clinics. */
    public Optional<Session> lastOutside(ClientId client, Collection<ClinicId> clinics) {
        return of(client).stream()
                .filter(it -> it.status() == SessionStatus.COMPLETED && !clinics.contains(it.clinicId()))
                .findFirst();
    }

    /** What completed sessions put under the skin, latest first. */
    public List<SessionResult> resultsOf(ClientId client) {
        return of(client).stream().flatMap(it -> result(it).stream()).toList();
    }

    private Optional<SessionResult> result(Session it) {
        Session.Done done = it.done();
        return done == null
                ? Optional.empty()
                : observationsOf(it)
                        .map(seen -> new SessionResult(
                                it.id(),
                                it.clinicId(),
                                it.practitionerId(),
                                it.serviceCode(),
                                it.planId(),
                                done.at(),
                                done.zones(),
                                done.needle(),
                                done.pigments(),
                                seen.depthMillimetres(),
                                done.aftercare()));
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

    Binary seal(Session it, SessionObservations seen) {
        return seals.seal(seen, it.clientId(), it.id(), OBSERVATIONS);
    }

    Optional<SessionObservations> observationsOf(Session it) {
        return Optional.ofNullable(it.observations())
                .map(bytes -> seals.open(bytes, it.clientId(), it.id(), OBSERVATIONS, SessionObservations.class));
    }

    /** In how many sessions one of these lots was used. */
    public long countExposedTo(Collection<LotId> lots) {
        return mongo.count(
                Query.query(new Criteria()
                        .orOperator(
                                Criteria.where(PIGMENT_LOT).in(lots),
                                Criteria.where(NEEDLE_LOT).in(lots))),
                Session.class);
    }

    /** Those of a clinic into which lots went that no session might use any more when they were signed, latest first. */
    public List<Session> withHeldLotsIn(ClinicId clinic, @Nullable SessionId before, int most) {
        Criteria held = Criteria.where(CLINIC)
                .is(clinic)
                .and(LATE_LOTS)
                .exists(true)
                .and(LATE_LOTS + ".status")
                .in(LotStatus.QUARANTINED, LotStatus.RECALLED, LotStatus.EXPIRED, LotStatus.DISPOSED);
        Criteria page = before == null ? held : held.and("_id").lt(before);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), Session.class);
    }

    /** All sessions of the brand, about. */
    public long count() {
        return mongo.estimatedCount(Session.class);
    }

    /** What went into the cups of a session, and its needles. */
    public List<LotId> lotsOf(SessionId id) {
        return find(id).map(Session::lots).orElse(List.of());
    }

    Session add(SessionId id, String text, Caller writer, Consumer<Session> precondition) {
        return eventLog.record(Session.class, () -> {
            Session session = require(id);
            precondition.accept(session);
            return chain.signed(
                    session.add(new Session.Addendum(
                            clock.instant(),
                            writer.subject(),
                            seals.seal(text, session.clientId(), session.id(), ADDENDUM),
                            writer.practitionerIn(session.clinicId()))),
                    session.clientId());
        });
    }

    /** The words of an addendum, open. */
    String textOf(Session it, Session.Addendum addendum) {
        return seals.open(addendum.text(), it.clientId(), it.id(), ADDENDUM, String.class);
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
        sessions.createIndex(ascending(PIGMENT_LOT, "_id"));
        sessions.createIndex(ascending(NEEDLE_LOT, "_id"));
        sessions.createIndex(
                ascending(CLINIC, "_id"),
                new IndexOptions().name("with_late_lots").partialFilterExpression(exists(LATE_LOTS)));
    }
}
