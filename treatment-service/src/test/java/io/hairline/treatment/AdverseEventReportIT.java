package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What head office and regions see of adverse events. */
@OnTreatment
class AdverseEventReportIT extends TreatmentScenario {

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
