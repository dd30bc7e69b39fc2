package io.hairline.benchmarks;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * RECALL: a batch is recalled when there are a million sessions, each with a cup that mixes two lots. It takes as long as it
 * takes to have every session and client, page by page, and every bottle; a scan of all sessions says whether that is complete.
 */
final class RecallSearch implements Benchmark {

    private static final int SESSIONS = 1_000_000;
    private static final int AT_ONCE = 5_000;
    private static final int CLINICS = 20;
    private static final int RECALLS = 5;
    /** The longest page that a call answers. */
    private static final int PAGE = 200;
    /** Every so many sessions one of the batches lies in the cup: 500 sessions for each, in all clinics. */
    private static final int RARE = 400;

    private static final double GOAL_MILLIS = 2_000;
    private static final String MAKER = "Bench Supplies";

    @Override
    public String id() {
        return "RECALL";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        ConnectionString uri = new ConnectionString(lab.mongoUri("treatment"));
        try (MongoClient mongo = MongoClients.create(uri)) {
            MongoDatabase database = mongo.getDatabase(Objects.requireNonNull(uri.getDatabase()));
            lab.say("writing a million sessions …");
            fill(database);
            lab.say("starting treatment-service …");
            try (ServiceProcess treatment = lab.startBeside("treatment")) {
                return measure(treatment.api(), database.getCollection("sessions"));
            }
        }
    }

    private Result measure(Api api, MongoCollection<Document> sessions) throws Exception {
        List<Double> millis = new ArrayList<>();
        List<Double> scans = new ArrayList<>();
        int found = 0;
        boolean complete = true;
        for (int batch = 0; batch < RECALLS; batch++) {
            long start = System.nanoTime();
            JsonNode recall = api.create(
                    "/api/v1/recalls",
                    Map.of("maker", MAKER, "product", "Black", "lotNumber", "R-" + batch, "reason", "Measured."));
            String id = recall.path("id").asString();
            List<String> listed = pages(api, id + "/sessions", "sessionId");
            List<String> clients = pages(api, id + "/clients", "clientId");
            millis.add((System.nanoTime() - start) / 1e6);
            start = System.nanoTime();
            Map<String, String> scanned = scan(sessions, batch);
            scans.add((System.nanoTime() - start) / 1e6);
            found += listed.size();
            complete &= listed.size() == scanned.size()
                    && scanned.keySet().equals(Set.copyOf(listed))
                    && Set.copyOf(scanned.values()).equals(Set.copyOf(clients))
                    && recall.path("sessionCount").asInt() == scanned.size()
                    && recall.path("stock").size() == CLINICS;
        }
        double slowest = millis.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double scan = scans.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Result(
                id(),
                "recall of a batch among " + SESSIONS + " sessions with mixed cups",
                "<= 2 s, complete against a plain scan",
                String.format(
                        Locale.ROOT,
                        "slowest of %d: %.0f ms; %d sessions each; %s",
                        RECALLS,
                        slowest,
                        found / RECALLS,
                        complete ? "complete" : "NOT complete"),
                String.format(Locale.ROOT, "plain scan %.0f ms (%.2fx)", scan, slowest / scan),
                complete && found > 0 && slowest <= GOAL_MILLIS);
    }

    /** All of a list. */
    private static List<String> pages(Api api, String list, String id) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Api.Answer answer = api.read("/api/v1/recalls/" + list + "?limit=" + PAGE + cursor);
            if (answer.status() != 200) {
                throw new IllegalStateException(list + " was answered with " + answer.text());
            }
            JsonNode page = JsonMapper.shared().readTree(answer.text());
            all.addAll(page.path("items").findValuesAsString(id));
            String next = page.path("nextCursor").asString(null);
            cursor = next == null ? null : "&cursor=" + next;
        }
        return all;
    }

    /** The clients by the sessions. */
    private static Map<String, String> scan(MongoCollection<Document> sessions, int batch) {
        List<String> lots = IntStream.range(0, CLINICS)
                .mapToObj(clinic -> lot(1 + batch, clinic))
                .toList();
        Map<String, String> clients = new HashMap<>();
        sessions.find(or(in("done.pigments.lotId", lots), in("done.needle.lotId", lots)))
                .projection(include("clientId"))
                .hint(new Document("$natural", 1))
                .forEach(it -> clients.put(it.getString("_id"), it.getString("clientId")));
        return clients;
    }

    private static void fill(MongoDatabase database) {
        List<Document> lots = new ArrayList<>();
        for (int batch = 0; batch <= RECALLS; batch++) {
            for (int clinic = 0; clinic < CLINICS; clinic++) {
                lots.add(stock(batch, clinic));
            }
        }
        database.getCollection("lots").insertMany(lots);
        MongoCollection<Document> sessions = database.getCollection("sessions");
        for (int first = 0; first < SESSIONS; first += AT_ONCE) {
            sessions.insertMany(
                    IntStream.range(first, first + AT_ONCE)
                            .mapToObj(RecallSearch::session)
                            .toList(),
                    new InsertManyOptions().ordered(false));
        }
    }

    /** Batch 0 lies in every cup; now and then one of the others is mixed into it. */
    private static Document session(int number) {
        int clinic = number % CLINICS;
        int rare = number / CLINICS % RARE;
        int second = rare < RECALLS ? 1 + rare : 0;
        Date at = Date.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number));
        return new Document("_id", "ses_" + BenchmarkNetwork.ulid(number))
                .append("version", 2L)
                .append("schema", 1)
                .append("status", "COMPLETED")
                .append("appointmentId", "apt_" + BenchmarkNetwork.ulid(number))
                .append("clientId", "cli_" + BenchmarkNetwork.ulid(number / 4))
                .append("clinicId", BenchmarkNetwork.clinic(clinic).value())
                .append("practitionerId", "prc_" + BenchmarkNetwork.ulid(clinic))
                .append("serviceCode", "SESSION_1")
                .append("startedAt", at)
                .append(
                        "done",
                        new Document("at", at)
                                .append("zones", List.of(new Document("zoneCode", "CROWN").append("density", 24)))
                                .append("needle", new Document("configuration", "3RL").append("lotId", lot(90, clinic)))
                                .append("pigments", List.of(cup(lot(0, clinic)), cup(lot(second, clinic)))));
    }

    private static Document cup(String lot) {
        return new Document("lotId", lot)
                .append("millilitres", Decimal128.parse("0.50"))
                .append("dilution", Decimal128.parse("12"));
    }

    private static Document stock(int batch, int clinic) {
        return new Document("_id", lot(batch, clinic))
                .append("version", 1L)
                .append("schema", 2)
                .append("status", "IN_USE")
                .append("clinicId", BenchmarkNetwork.clinic(clinic).value())
                .append("kind", "PIGMENT")
                .append("maker", MAKER)
                .append("product", "Black")
                .append("colourIndex", "CI 77266")
                .append("lotNumber", "R-" + (batch - 1))
                .append("expiresOn", "2099-12-31")
                .append("millilitres", Decimal128.parse("60"))
                .append("remainingMillilitres", Decimal128.parse("30"))
                .append("batch", "benchsupplies|black|r" + (batch == 0 ? "0x" : batch - 1));
    }

    private static String lot(int batch, int clinic) {
        return "lot_" + BenchmarkNetwork.ulid(batch * 1_000 + clinic);
    }
}
