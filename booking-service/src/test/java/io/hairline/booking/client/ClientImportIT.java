package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.booking.table.TableStorage;
import io.hairline.kit.events.Transactions;
import io.hairline.kit.testing.AtRest;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@OnBooking
class ClientImportIT {

    private static final List<String> COLUMNS =
            List.of("givenName", "familyName", "dateOfBirth", "email", "phone", "language", "zone");

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    DueWork dueWork;

    @Autowired
    Transactions transactions;

    @Autowired
    TableStorage storage;

    private Calls calls;
    private TestClinic clinic;

    @BeforeEach
    void openAClinic() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
    }

    private Answer send(String who, String table, boolean dryRun) {
        return stored(
                who,
                calls.post(
                        who,
                        "/clients/import?clinicId=" + clinic.id() + "&dryRun=" + dryRun,
                        table,
                        Map.of("Content-Type", "text/csv")));
    }

    private Answer stored(String who, Answer sent) {
        String id = sent.body().path("importId").asString(null);
        if (id != null) {
            await().atMost(Duration.ofMinutes(5)).until(() -> following(who, id).text("/status"), "DONE"::equals);
        }
        return sent;
    }

    private Answer following(String who, String id) {
        return calls.get(who, "/table-imports/" + id);
    }

    private static String table(List<Map<String, Object>> clients) {
        return String.join(",", COLUMNS) + "\r\n"
                + clients.stream().map(ClientImportIT::line).collect(Collectors.joining("\r\n"));
    }

    private static String line(Map<String, Object> client) {
        return COLUMNS.stream().map(it -> "\"" + client.get(it) + "\"").collect(Collectors.joining(","));
    }

    private int found(Map<String, Object> client) {
        return calls.get(clinic.desk(), "/clients?query=" + client.get("email"))
                .body()
                .path("items")
                .size();
    }

    @Test
    void registersAllOfATableAndSuggestsWhoMayBeAClientAlready() {
        Map<String, Object> known = Town.newcomer(clinic);
        String id = calls.post(clinic.desk(), "/clients", known).id();
        Map<String, Object> fresh = Town.newcomer(clinic);
        String table = table(List.of(known, fresh));

        Answer dry = send(clinic.manager(), table, true);

        assertThat(dry.status()).as(dry.body().toString()).isEqualTo(200);
        assertThat(dry.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(dry.body().path("errors").size()).isZero();
        assertThat(dry.text("/duplicates/0/line")).isEqualTo("2");
        assertThat(dry.text("/duplicates/0/clientIds/0")).isEqualTo(id);
        assertThat(found(fresh)).isZero();

        Answer done = send(clinic.manager(), table, false);

        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(found(fresh)).isEqualTo(1);
        assertThat(found(known)).isEqualTo(2);
        assertThat(calls.get(clinic.desk(), "/duplicates?clinicId=" + clinic.id())
                        .text("/items/0/other/id"))
                .isEqualTo(id);
    }

    @Test
    void registersClientsInSeveralPartsOnceHoweverOftenTheTableIsSent() {
        registers(250);
    }

    @Test
    @Tag("long")
    void registersFiveThousandClientsOnceHoweverOftenTheTableIsSent() {
        registers(5_000);
    }

    private void registers(int count) {
        List<Map<String, Object>> many = newcomers(count);
        String table = table(many);
        Map<String, String> once = Map.of("Content-Type", "text/csv", "Idempotency-Key", "import-" + clinic.id());
        String path = "/clients/import?clinicId=" + clinic.id();

        Answer dry = send(clinic.manager(), table, true);
        assertThat(dry.status()).as(dry.body().toString()).isEqualTo(200);
        assertThat(dry.body().path("accepted").asInt()).isEqualTo(count);
        assertThat(dry.body().path("duplicates").size()).isZero();

        Answer done = stored(clinic.manager(), calls.post(clinic.manager(), path, table, once));
        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(done.body().path("accepted").asInt()).isEqualTo(count);
        assertThat(calls.post(clinic.manager(), path, table, once).text("/importId"))
                .isEqualTo(done.text("/importId"));
        assertThat(calls.post(clinic.manager(), path, table(many.subList(0, 2)), once)
                        .problem())
                .isEqualTo("/problems/idempotency-mismatch");
        assertThat(send(clinic.manager(), table, false).text("/importId")).isEqualTo(done.text("/importId"));

        for (int line : List.of(0, 99, 100, count / 2, count - 1)) {
            assertThat(found(many.get(line))).as("line %s", line).isEqualTo(1);
        }
        assertThat(registered()).isEqualTo(count);
        String tooLong = table + "\r\n" + "x".repeat(2_200_000);
        assertThat(send(clinic.manager(), tooLong, true).text("/errors/0/message"))
                .contains("2 MB");
    }

    private List<Map<String, Object>> newcomers(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Town.newcomer(clinic)).toList();
    }

    private String imported(List<Map<String, Object>> clients) {
        return calls.post(
                        clinic.manager(),
                        "/clients/import?clinicId=" + clinic.id(),
                        table(clients),
                        Map.of("Content-Type", "text/csv"))
                .text("/importId");
    }

    @Test
    void tellsHowFarATableIsAndGoesOnAfterARestart() {
        List<Map<String, Object>> many = newcomers(250);
        String id;
        dueWork.stop();
        try {
            id = imported(many);
            assertThat(registered()).isZero();
            transactions.run(() -> storage.run(new DueItem("x", "table-part", id, Instant.EPOCH, null, 1)));

            Answer half = following(clinic.manager(), id);
            assertThat(half.text("/status")).isEqualTo("RUNNING");
            assertThat(half.body().path("lines").asInt()).isEqualTo(250);
            assertThat(half.body().path("stored").asInt()).isEqualTo(100);
            assertThat(registered()).isEqualTo(100);
            assertThat(AtRest.everything(mongo.getDb(), "table_parts"))
                    .contains(id)
                    .doesNotContain(String.valueOf(many.getLast().get("email")));
        } finally {
            dueWork.start();
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> following(clinic.manager(), id).text("/status"), "DONE"::equals);
        assertThat(registered()).isEqualTo(250);
        Answer list = calls.get(clinic.manager(), "/table-imports?clinicId=" + clinic.id());
        assertThat(list.text("/items/0/id")).isEqualTo(id);
        assertThat(list.body().at("/items/0/stored").asInt()).isEqualTo(250);
        assertThat(mongo.count(Query.query(Criteria.where("importId").is(id)), "table_parts"))
                .isZero();
    }

    @Test
    void saysThatATableStandsStillAndGoesOnWhenItsManagerTriesAgain() {
        List<Map<String, Object>> many = newcomers(150);
        String id;
        Document broken;
        dueWork.stop();
        try {
            id = imported(many);
            broken = breakLastPart(id);
        } finally {
            dueWork.start();
        }
        await().untilAsserted(() -> {
            failAgainAtOnce(id);
            assertThat(following(clinic.manager(), id).text("/status")).isEqualTo("STOPPED");
        });
        assertThat(following(clinic.manager(), id).body().path("stored").asInt())
                .isEqualTo(100);
        assertThat(calls.get(clinic.manager(), "/table-imports?clinicId=" + clinic.id())
                        .text("/items/0/status"))
                .isEqualTo("STOPPED");
        String retry = "/table-imports/" + id + "/retry";
        assertThat(calls.post(clinic.desk(), retry, null).status()).isEqualTo(403);
        assertThat(calls.post(town.clinic("Europe/London", 1, 1).manager(), retry, null)
                        .status())
                .isEqualTo(404);
        assertThat(following(clinic.manager(), id).text("/status")).isEqualTo("STOPPED");

        mongo.getCollection("table_parts").replaceOne(new Document("_id", broken.get("_id")), broken);
        assertThat(calls.post(clinic.manager(), retry, null).text("/status")).isEqualTo("RUNNING");

        await().until(() -> following(clinic.manager(), id).text("/status"), "DONE"::equals);
        assertThat(registered()).isEqualTo(150);
        assertThat(calls.post(clinic.manager(), retry, null).text("/status"))
                .as("of a table that is done")
                .isEqualTo("DONE");
    }

    /** Gives it what can't be opened, and tells what it was. */
    private Document breakLastPart(String table) {
        MongoCollection<Document> parts = mongo.getCollection("table_parts");
        Document last = Objects.requireNonNull(parts.find(new Document("importId", table))
                .sort(new Document("_id", -1))
                .first());
        parts.updateOne(
                new Document("_id", last.get("_id")), new Document("$set", new Document("lines", new Binary(new byte[] {
                    1, 2, 3
                }))));
        return last;
    }

    /** Ends the pause after a failure, before the last one. */
    private void failAgainAtOnce(String table) {
        mongo.getCollection("due_work")
                .updateMany(
                        new Document("subject", table)
                                .append("failures", new Document("$gt", 0))
                                .append("dueAt", new Document("$exists", true)),
                        new Document("$set", new Document("failures", 7))
                                .append("$unset", new Document("claimedUntil", "")));
    }

    @Test
    void showsAClinicsTablesToThoseWhoRunIt() {
        String id = send(clinic.manager(), table(List.of(Town.newcomer(clinic))), false)
                .text("/importId");
        String foreign = town.clinic("Europe/London", 1, 1).manager();

        assertThat(following(clinic.desk(), id).status()).isEqualTo(403);
        assertThat(following(foreign, id).status()).isEqualTo(404);
        assertThat(calls.get(foreign, "/table-imports?clinicId=" + clinic.id()).status())
                .isEqualTo(404);
    }

    private long registered() {
        return mongo.count(
                Query.query(Criteria.where("homeClinicId").is(clinic.id().value())), "clients");
    }

    @Test
    void registersNothingOfATableWithErrorsAndNamesEach() {
        Map<String, Object> good = Town.newcomer(clinic);
        Map<String, Object> young = Town.newcomer(clinic);
        young.put("dateOfBirth", "2020-02-30");
        Map<String, Object> odd = Town.newcomer(clinic);
        odd.put("phone", "12");
        String table = table(List.of(good, young, odd, good)).replace(',', ';');

        Answer dry = send(clinic.manager(), table, true);

        assertThat(dry.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(dry.body()
                        .path("errors")
                        .valueStream()
                        .map(it ->
                                it.path("line").asInt() + " " + it.path("field").asString()))
                .containsExactly("3 dateOfBirth", "4 phone", "5 email");
        Answer refused = send(clinic.manager(), table, false);
        assertThat(refused.problem()).isEqualTo("/problems/import-refused");
        assertThat(refused.body().path("lines").size()).isEqualTo(3);
        assertThat(found(good)).isZero();
    }

    @Test
    void refusesWhatIsNoTableOrNotTheCallersToFill() {
        Map<String, Object> client = Town.newcomer(clinic);
        assertThat(send(clinic.manager(), "", true).status()).isEqualTo(400);
        assertThat(send(clinic.manager(), "name\r\nAda", true).text("/errors/0/message"))
                .contains("givenName");
        assertThat(send(clinic.manager(), "givenName,email\r\n\"Ada", true).status())
                .isEqualTo(400);
        String many = table(IntStream.range(0, 5_001).mapToObj(_ -> client).toList());
        Answer tooMany = send(clinic.manager(), many, true);
        assertThat(tooMany.text("/errors/0/field")).isEqualTo("table");
        assertThat(tooMany.text("/errors/0/message")).contains("5,000 lines", "split it");
        assertThat(send(clinic.desk(), table(List.of(client)), true).status()).isEqualTo(403);
        Answer foreign = send(town.clinic("Europe/London", 1, 1).manager(), table(List.of(client)), true);
        assertThat(foreign.text("/errors/0/field")).isEqualTo("homeClinicId");
        assertThat(calls.post(clinic.manager(), "/clients/import", Map.of()).status())
                .isEqualTo(415);
    }
}
