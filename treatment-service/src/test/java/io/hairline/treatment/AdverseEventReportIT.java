package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.treatment.adverseevent.AdverseEventReports;
import io.hairline.treatment.lot.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What head office and regions see of adverse events. */
@OnTreatment
class AdverseEventReportIT extends TreatmentScenario {

    @Autowired
    AdverseEventReports reports;

    @Test
    void showsCodesAndTheRunningClockAndNoWordOfTheChart() {
        String boss = others.boss();
        String event = reported("SERIOUS", ownLabel());

        Answer board = calls.get(boss, "/adverse-event-reports?clinicId=" + clinic.id());

        JsonNode line = board.body().at("/items/0");
        assertThat(line.at("/id").asString()).isEqualTo(event);
        assertThat(line.at("/ownLabel").asBoolean()).isTrue();
        assertThat(line.at("/batches/0/product").asString()).isEqualTo("Graphite");
        assertThat(line.at("/daysLeft").asInt()).isBetween(19, 23);
        assertThat(board.body().toString()).doesNotContain(CANARY).doesNotContain(client.value());
        assertThat(calls.get(clinic.regionManager(), "/adverse-event-reports")
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(calls.get(elsewhere.regionManager(), "/adverse-event-reports")
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(calls.get(elsewhere.regionManager(), "/adverse-event-reports?clinicId=" + clinic.id())
                        .status())
                .isEqualTo(404);
        assertThat(calls.get(clinic.manager(), "/adverse-event-reports").status())
                .isEqualTo(403);
        assertThat(calls.get(clinic.regionManager(), "/adverse-events/" + event).status())
                .isEqualTo(403);

        Map<String, Object> filing = Map.of("reference", "MW-17");
        assertThat(calls.post(clinic.regionManager(), "/adverse-event-reports/" + event + "/file", filing)
                        .status())
                .isEqualTo(403);
        Answer filed = calls.post(boss, "/adverse-event-reports/" + event + "/file", filing);
        assertThat(filed.body().at("/daysLeft").isNull()).isTrue();
        assertThat(filed.text("/filedAt")).isNotEmpty();
    }

    @Test
    void keepsTheClockRunningWhenAHarmIsJudgedToBeMilder() {
        String event = reported("SERIOUS", ownLabel());

        created(calls.post(
                clinic.artist(),
                "/adverse-events/" + event + "/follow-ups",
                Map.of("text", CANARY + " better", "severity", "MILD")));

        JsonNode line = calls.get(others.boss(), "/adverse-event-reports?clinicId=" + clinic.id())
                .body()
                .at("/items/0");
        assertThat(line.at("/severity").asString()).isEqualTo("MILD");
        assertThat(line.at("/daysLeft").asInt()).isBetween(19, 23);
    }

    @Test
    void runsNoClockForOthersPigmentAndForWhatIsNotSerious() {
        reported("SERIOUS", pigment);
        reported("MILD", ownLabel());

        calls.get(others.boss(), "/adverse-event-reports?clinicId=" + clinic.id())
                .body()
                .at("/items")
                .forEach(it -> assertThat(it.at("/reportBy").isNull()).isTrue());
    }

    @Test
    void countsByBatchAlsoWhatOnlyTheSessionNames() {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        created(calls.post(
                clinic.artist(),
                "/adverse-events",
                Map.of(
                        "clientId",
                        client.value(),
                        "sessionId",
                        session,
                        "severity",
                        "MILD",
                        "description",
                        CANARY + " redness")));
        String lotNumber = lot(pigment).at("/lotNumber").asString();

        for (JsonNode it : calls.get(others.boss(), "/adverse-event-reports/lots?limit=200")
                .body()
                .at("/items")) {
            if (it.at("/lotNumber").asString().equals(lotNumber)) {
                assertThat(it.at("/sessions").asInt()).isOne();
                assertThat(it.at("/adverseEvents").asInt()).isOne();
                assertThat(it.at("/aboveLimit").asBoolean())
                        .as("one event alone")
                        .isFalse();
                return;
            }
        }
        throw new AssertionError("no line for " + lotNumber);
    }

    @Test
    void countsABatchOnceHoweverItsLabelsAreTyped() {
        Map<String, Object> there = Ready.lot(clinic, "PIGMENT", "5");
        there.put("lotNumber", lot(pigment).at("/lotNumber").asString().toUpperCase(Locale.ROOT) + ".");
        there.put("clinicId", elsewhere.id().value());
        String same = created(calls.post(elsewhere.artist(), "/lots", there)).id();
        reported("MILD", pigment);
        created(calls.post(
                elsewhere.artist(),
                "/adverse-events",
                Map.of(
                        "clientId",
                        others.client(elsewhere).value(),
                        "lotId",
                        same,
                        "severity",
                        "MILD",
                        "description",
                        CANARY + " redness")));

        Batch batch = Batch.of("Fine Pigments", "Graphite", String.valueOf(there.get("lotNumber")));
        assertThat(calls.get(others.boss(), "/adverse-event-reports/lots?limit=200")
                        .body()
                        .at("/items")
                        .valueStream()
                        .filter(it -> Batch.of(
                                        it.at("/maker").asString(),
                                        it.at("/product").asString(),
                                        it.at("/lotNumber").asString())
                                .equals(batch)))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/adverseEvents").asInt()).isEqualTo(2));
    }

    @Test
    void listsWhatIsOpenByItself() {
        String closed = reported("MILD", pigment);
        String toFile = reported("SERIOUS", ownLabel());
        for (String it : List.of(closed, toFile)) {
            assertThat(calls.post(clinic.artist(), "/adverse-events/" + it + "/close", Map.of("outcome", "RECOVERED"))
                            .status())
                    .isEqualTo(200);
        }
        String running = reported("MILD", pigment);
        String list = "/adverse-event-reports?clinicId=" + clinic.id();

        assertThat(calls.get(others.boss(), list + "&open=true")
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .containsExactly(running, toFile);
        assertThat(calls.get(others.boss(), list).body().at("/items")).hasSize(3);
    }

    @Test
    void findsWhatWasReportedOfABatchHoweverItIsTyped() {
        String needles = created(calls.post(clinic.artist(), "/lots", Ready.lot(clinic, "NEEDLE", "20")))
                .id();
        String event = created(calls.post(
                        clinic.artist(),
                        "/adverse-events",
                        Map.of(
                                "clientId",
                                client.value(),
                                "needleLotId",
                                needles,
                                "severity",
                                "MILD",
                                "description",
                                CANARY + " redness")))
                .id();
        JsonNode lot = lot(needles);
        String maker = lot.at("/maker").asString();
        String number = lot.at("/lotNumber").asString();

        assertThat(reports.of(Batch.of(
                        maker.toUpperCase(Locale.ROOT) + ".", lot.at("/product").asString(), number)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.id().value()).isEqualTo(event);
                    assertThat(it.clientId()).isEqualTo(client);
                    assertThat(it.needles()).startsWith(maker).endsWith(number);
                    assertThat(it.suspected()).containsExactly(it.needles());
                });
        assertThat(reports.of(Batch.of(maker, "Something else", number))).isEmpty();
    }

    @Test
    void namesTheLastSessionInAnotherClinicAndShowsItToTheReporterNot() {
        pigment = ownLabel();
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        String lotNumber = lot(pigment).at("/lotNumber").asString();
        others.appointment(elsewhere, client, "CONSULTATION");
        Map<String, Object> report = new HashMap<>(
                Map.of("clientId", client.value(), "severity", "SERIOUS", "description", CANARY + " swelling"));
        report.put("sessionId", session);
        assertThat(calls.post(elsewhere.artist(), "/adverse-events", report).text("/errors/0/field"))
                .isEqualTo("sessionId");
        report.put("afterSessionElsewhere", true);
        assertThat(calls.post(elsewhere.artist(), "/adverse-events", report).text("/errors/0/field"))
                .isEqualTo("afterSessionElsewhere");
        report.remove("sessionId");
        assertThat(calls.post(clinic.artist(), "/adverse-events", report).text("/errors/0/field"))
                .as("nowhere else was the client treated")
                .isEqualTo("afterSessionElsewhere");

        Answer reported = created(calls.post(elsewhere.artist(), "/adverse-events", report));

        String path = "/adverse-events/" + reported.id();
        for (JsonNode seen : List.of(
                reported.body(),
                calls.get(elsewhere.artist(), path).body(),
                calls.post(elsewhere.artist(), path + "/follow-ups", Map.of("text", "better"))
                        .body(),
                calls.get(elsewhere.artist(), "/charts/" + client).body())) {
            assertThat(seen.toString())
                    .contains(reported.id(), CANARY)
                    .doesNotContain(session, pigment, lotNumber, clinic.id().value());
        }
        JsonNode there = calls.get(clinic.artist(), path).body();
        assertThat(there.at("/sessionId").asString()).isEqualTo(session);
        assertThat(there.at("/batches").findValuesAsString("lotNumber")).contains(lotNumber);
        assertThat(there.toString()).doesNotContain(CANARY, "better");
        assertThat(calls.get(clinic.artist(), "/charts/" + client).text("/adverseEvents/0/id"))
                .isEqualTo(reported.id());
        refused(calls.post(clinic.artist(), path + "/close", Map.of("outcome", "RECOVERED")), 404, "not-found");
        JsonNode whole = calls.get(client.value(), path).body();
        assertThat(whole.toString()).contains(CANARY, session, lotNumber);
        for (String watcher : List.of(others.boss(), clinic.regionManager())) {
            JsonNode line = calls.get(watcher, "/adverse-event-reports?clinicId=" + clinic.id())
                    .body()
                    .at("/items/0");
            assertThat(line.at("/id").asString()).isEqualTo(reported.id());
            assertThat(line.at("/clinicId").asString()).isEqualTo(clinic.id().value());
            assertThat(line.at("/reportingClinicId").asString())
                    .isEqualTo(elsewhere.id().value());
            assertThat(line.at("/ownLabel").asBoolean()).isTrue();
            assertThat(line.at("/daysLeft").asInt()).isBetween(19, 23);
        }
        assertThat(rateOf(lotNumber)).hasValueSatisfying(it -> {
            assertThat(it.at("/sessions").asInt()).isOne();
            assertThat(it.at("/adverseEvents").asInt()).isOne();
        });
        assertThat(eventData(reported.id()))
                .contains(clinic.id().value())
                .doesNotContain(elsewhere.id().value());
    }

    private String eventData(String aggregate) {
        return Objects.requireNonNull(mongo.getCollection("events")
                        .find(new Document("aggregateId", aggregate).append("version", 1))
                        .first())
                .toJson();
    }

    @Test
    void countsAHarmByTheLabelThatWasPutRightLater() {
        String event = reported("MILD", pigment);
        String wrong = lot(pigment).at("/lotNumber").asString();
        String right = Ids.next("n");

        assertThat(calls.post(
                                clinic.artist(),
                                "/lots/" + pigment + "/correct",
                                Map.of("lotNumber", right, "reason", "Misread the label."))
                        .status())
                .isEqualTo(200);

        assertThat(rateOf(wrong)).isEmpty();
        assertThat(rateOf(right))
                .hasValueSatisfying(
                        it -> assertThat(it.at("/adverseEvents").asInt()).isOne());
        assertThat(reports.of(Batch.of("Fine Pigments", "Graphite", right)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.id().value()).isEqualTo(event);
                    assertThat(it.suspected()).containsExactly("Fine Pigments Graphite " + right);
                });
        assertThat(calls.get(clinic.artist(), "/adverse-events/" + event).text("/batches/0/lotNumber"))
                .isEqualTo(right);
    }

    @Test
    void namesTheLotsOfHarmsThatWereReportedWhenLabelsAloneWereKept() {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        String ofSession = created(calls.post(
                        clinic.artist(),
                        "/adverse-events",
                        Map.of(
                                "clientId",
                                client.value(),
                                "sessionId",
                                session,
                                "severity",
                                "MILD",
                                "description",
                                CANARY + " redness")))
                .id();
        String ofLot = reported("MILD", needles);
        mongo.getCollection("adverse_events")
                .updateMany(
                        new Document("_id", new Document("$in", List.of(ofSession, ofLot))),
                        new Document("$unset", new Document("suspectedLotIds", "")));

        reports.ensure(mongo.getDb());

        assertThat(calls.get(clinic.artist(), "/adverse-events/" + ofSession)
                        .body()
                        .at("/batches"))
                .hasSize(2);
        assertThat(calls.get(clinic.artist(), "/adverse-events/" + ofLot).text("/batches/0/lotNumber"))
                .isEqualTo(lot(needles).at("/lotNumber").asString());
    }

    private Optional<JsonNode> rateOf(String lotNumber) {
        return calls.get(others.boss(), "/adverse-event-reports/lots?limit=200")
                .body()
                .at("/items")
                .valueStream()
                .filter(it -> it.at("/lotNumber").asString().equals(lotNumber))
                .findFirst();
    }

    private String ownLabel() {
        Map<String, Object> lot = new HashMap<>(Ready.lot(clinic, "PIGMENT", "5"));
        lot.put("maker", "Hairline");
        lot.put("lotNumber", Ids.next("n"));
        return created(calls.post(clinic.artist(), "/lots", lot)).id();
    }

    private String reported(String severity, String lot) {
        return created(calls.post(
                        clinic.artist(),
                        "/adverse-events",
                        Map.of(
                                "clientId",
                                client.value(),
                                "lotId",
                                lot,
                                "severity",
                                severity,
                                "description",
                                CANARY + " swelling")))
                .id();
    }
}
