package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is added to a chart later: harms, addenda and corrections. */
@OnTreatment
class ChartEntryIT extends TreatmentScenario {

    @Test
    void followsAHarmFromItsReportToItsEnd() {
        String session = started("PERMANENT", "SESSION_1");
        Map<String, Object> report = new HashMap<>();
        report.put("clientId", client.value());
        report.put("sessionId", session);
        report.put("lotId", pigment);
        report.put("severity", "MODERATE");
        report.put("description", CANARY + " swelling");
        Map<String, Object> foreignLot = new HashMap<>(report);
        foreignLot.put("lotId", ready.lotOf(elsewhere, "PIGMENT", "5"));
        Map<String, Object> noSession = new HashMap<>(report);
        noSession.put("sessionId", Ids.next("ses"));

        refused(calls.post(clinic.artist(), "/adverse-events", foreignLot), 400, "invalid-input");
        refused(calls.post(clinic.artist(), "/adverse-events", noSession), 400, "invalid-input");
        refused(calls.post(clinic.desk(), "/adverse-events", report), 403, "forbidden");
        String harm =
                created(calls.post(clinic.artist(), "/adverse-events", report)).id();
        String path = "/adverse-events/" + harm;
        created(calls.post(
                clinic.artist(), path + "/follow-ups", Map.of("text", CANARY + " better", "severity", "MILD")));
        refused(calls.post(elsewhere.artist(), path + "/close", Map.of("outcome", "RECOVERED")), 404, "not-found");
        Answer closed = calls.post(clinic.manager(), path + "/close", Map.of("outcome", "RECOVERED"));

        assertThat(closed.text("/severity")).isEqualTo("MILD");
        assertThat(closed.text("/followUps/0/text")).contains("better");
        refused(calls.post(clinic.manager(), path + "/close", Map.of("outcome", "RECOVERED")), 409, "illegal-move");
        refused(calls.get(elsewhere.artist(), path), 404, "not-found");
        assertThat(calls.get(client.value(), "/charts/" + client).text("/adverseEvents/0/id"))
                .isEqualTo(harm);
        assertThat(eventsOf(harm))
                .containsExactly(
                        "treatment.AdverseEventReported.v1",
                        "treatment.AdverseEventFollowedUp.v1",
                        "treatment.AdverseEventClosed.v1");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void addsWordsToASignedSessionWithoutChangingIt() {
        String session = started("PERMANENT", "SESSION_1");
        String addenda = "/sessions/" + session + "/addenda";
        Map<String, Object> words = Map.of("text", CANARY + " was calm");
        refused(calls.post(clinic.artist(), addenda, words), 409, "illegal-move");
        complete(session, work("0.50"));

        Answer added = created(calls.post(clinic.artist(), addenda, words));

        assertThat(added.text("/addenda/0/text")).contains("calm");
        assertThat(added.text("/addenda/0/by")).isEqualTo(clinic.artist());
        assertThat(added.text("/notes")).contains("went well");
        refused(calls.post(elsewhere.artist(), addenda, words), 404, "not-found");
        refused(calls.post(client.value(), addenda, words), 403, "forbidden");
        refused(calls.post(clinic.artist(), addenda, Map.of("text", " ")), 400, "invalid-input");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void correctsAPatchTestsResultAndKeepsTheWrongOneInSight() {
        String test = created(patchTestWith(pigment)).id();
        String correct = "/patch-tests/" + test + "/correct";
        Map<String, Object> right = Map.of("result", "PASS", "reason", "Ticked the wrong box.");
        refused(calls.post(clinic.artist(), correct, right), 409, "illegal-move");
        demoClock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        calls.post(clinic.artist(), "/patch-tests/" + test + "/read", Map.of("result", "FAIL"));

        Answer corrected = calls.post(clinic.artist(), correct, right);

        assertThat(corrected.text("/result")).isEqualTo("PASS");
        assertThat(corrected.text("/corrections/0/was")).isEqualTo("FAIL");
        assertThat(corrected.text("/corrections/0/reason")).contains("wrong box");
        assertThat(corrected.text("/corrections/0/byName")).isEqualTo("Kim");
        refused(calls.post(elsewhere.artist(), correct, right), 404, "not-found");
    }
}
