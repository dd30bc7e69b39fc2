package io.hairline.treatment.recall.exposure;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unionWith;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Id;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Where lots were used: in sessions, in a cup or as a needle, and in patch tests. Every list goes by an index from its last
 * entry on; nothing sealed is read.
 */
@Repository
public class Exposures implements Indexes {

    private static final String SESSIONS = "sessions";
    private static final String PATCH_TESTS = "patch_tests";
    private static final String ID = "_id";
    private static final String CLIENT = "clientId";
    private static final String CLINIC = "clinicId";
    private static final String STARTED = "startedAt";
    private static final String PLACED = "placedAt";
    private static final String PIGMENT_LOT = "done.pigments.lotId";
    private static final String NEEDLE_LOT = "done.needle.lotId";
    private static final String TESTED_LOT = "lotId";
    private static final String SESSION_COUNT = "sessions";
    private static final String TEST_COUNT = "patchTests";
    private static final String CLIENT_COUNT = "clients";

    private final MongoTemplate mongo;

    Exposures(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** How often a batch was used in all. */
    public record Totals(long sessions, long patchTests, long clients) {}

    /** How often a batch was used in a clinic. */
    public record InClinic(ClinicId clinicId, long sessions, long patchTests, long clients) {}

    /** In the order of their ids. Cups and needles are read apart: only then does the index of each give the order. */
    public List<Exposure> sessions(Collection<LotId> lots, @Nullable SessionId after, int most) {
        TreeMap<String, Exposure> both = new TreeMap<>();
        for (String where : List.of(PIGMENT_LOT, NEEDLE_LOT)) {
            found(SESSIONS, used(where, lots, ID, after), ID, STARTED)
                    .limit(most)
                    .map(it -> new Exposure(new SessionId(it.getString(ID)), client(it), clinic(it), time(it, STARTED)))
                    .forEach(it -> both.put(it.sessionId().value(), it));
        }
        return both.values().stream().limit(most).toList();
    }

    /** In the order of their ids. */
    public List<TestedClient> patchTests(Collection<LotId> lots, @Nullable PatchTestId after, int most) {
        return found(PATCH_TESTS, usedInTest(lots, ID, after), ID, PLACED)
                .limit(most)
                .map(it ->
                        new TestedClient(new PatchTestId(it.getString(ID)), client(it), clinic(it), time(it, PLACED)))
                .into(new ArrayList<>());
    }

    /** Each once, in the order of their ids. */
    public List<ExposedClient> clients(Collection<LotId> lots, @Nullable ClientId after, int most) {
        TreeMap<String, ExposedClient> both = new TreeMap<>();
        for (ExposedClient it : distinct(found(SESSIONS, usedInSession(lots, CLIENT, after), CLIENT, CLINIC), most)) {
            both.put(it.clientId().value(), it);
        }
        for (ExposedClient it : distinct(found(PATCH_TESTS, usedInTest(lots, CLIENT, after), CLIENT, CLINIC), most)) {
            both.putIfAbsent(it.clientId().value(), it);
        }
        return both.values().stream().limit(most).toList();
    }

    private static List<ExposedClient> distinct(FindIterable<Document> byClient, int most) {
        List<ExposedClient> clients = new ArrayList<>();
        try (MongoCursor<Document> all = byClient.batchSize(most).iterator()) {
            while (clients.size() < most && all.hasNext()) {
                Document it = all.next();
                if (clients.isEmpty() || !clients.getLast().clientId().equals(client(it))) {
                    clients.add(new ExposedClient(client(it), clinic(it)));
                }
            }
        }
        return clients;
    }

    public Totals totals(Collection<LotId> lots) {
        List<Document> all = counted(lots, "$_id.client", null);
        return all.isEmpty()
                ? new Totals(0, 0, 0)
                : new Totals(
                        number(all.getFirst(), SESSION_COUNT),
                        number(all.getFirst(), TEST_COUNT),
                        number(all.getFirst(), CLIENT_COUNT));
    }

    /** In the order of the clinics' ids. */
    public List<InClinic> perClinic(Collection<LotId> lots) {
        return counted(lots, "$_id", "$_id.clinic").stream()
                .map(it -> new InClinic(
                        new ClinicId(it.getString(ID)),
                        number(it, SESSION_COUNT),
                        number(it, TEST_COUNT),
                        number(it, CLIENT_COUNT)))
                .toList();
    }

    /**
     * Sums of sessions, patch tests and clients.
     *
     * @param client what makes one client of a client and a clinic
     * @param by what the sums are for; null for all
     */
    private List<Document> counted(Collection<LotId> lots, String client, @Nullable String by) {
        Document pair = new Document("client", "$" + CLIENT).append("clinic", "$" + CLINIC);
        return mongo.getCollection(SESSIONS)
                .aggregate(List.of(
                        match(usedInSession(lots, ID, null)),
                        group(pair, sum(SESSION_COUNT, 1)),
                        unionWith(
                                PATCH_TESTS,
                                List.of(match(usedInTest(lots, ID, null)), group(pair, sum(TEST_COUNT, 1)))),
                        group(client, sum(SESSION_COUNT, "$" + SESSION_COUNT), sum(TEST_COUNT, "$" + TEST_COUNT)),
                        group(
                                by,
                                sum(SESSION_COUNT, "$" + SESSION_COUNT),
                                sum(TEST_COUNT, "$" + TEST_COUNT),
                                sum(CLIENT_COUNT, 1)),
                        sort(ascending(ID))))
                .into(new ArrayList<>());
    }

    private FindIterable<Document> found(String collection, Bson which, String order, String field) {
        return mongo.getCollection(collection)
                .find(which)
                .projection(include(CLIENT, CLINIC, field))
                .sort(ascending(order));
    }

    private static Bson usedInSession(Collection<LotId> lots, String order, @Nullable Id after) {
        return or(used(PIGMENT_LOT, lots, order, after), used(NEEDLE_LOT, lots, order, after));
    }

    private static Bson usedInTest(Collection<LotId> lots, String order, @Nullable Id after) {
        return used(TESTED_LOT, lots, order, after);
    }

    private static Bson used(String field, Collection<LotId> lots, String order, @Nullable Id after) {
        Bson any = in(field, lots.stream().map(LotId::value).toList());
        return after == null ? any : and(any, gt(order, after.value()));
    }

    private static ClientId client(Document it) {
        return new ClientId(it.getString(CLIENT));
    }

    private static ClinicId clinic(Document it) {
        return new ClinicId(it.getString(CLINIC));
    }

    private static Instant time(Document it, String field) {
        return it.get(field, Date.class).toInstant();
    }

    private static long number(Document it, String field) {
        return it.get(field, Number.class).longValue();
    }

    @Override
    public void ensure(MongoDatabase database) {
        var sessions = database.getCollection(SESSIONS);
        sessions.createIndex(ascending(PIGMENT_LOT, ID));
        sessions.createIndex(ascending(PIGMENT_LOT, CLIENT));
        sessions.createIndex(ascending(NEEDLE_LOT, ID));
        sessions.createIndex(ascending(NEEDLE_LOT, CLIENT));
        var patchTests = database.getCollection(PATCH_TESTS);
        patchTests.createIndex(ascending(TESTED_LOT, ID));
        patchTests.createIndex(ascending(TESTED_LOT, CLIENT));
    }
}
