package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.testing.Calls.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a consultation found is put right: by whom, what stays to be seen, and what follows. */
@OnTreatment
class ConsultationCorrectionIT extends TreatmentScenario {

    @Test
    void putsFindingsRightAndKeepsTheWrongOnesInSight() {
        String held = held(others.appointment(clinic, client, "CONSULTATION"));

        Answer corrected = correct(clinic.artist(), held, right(), "\"1\"");

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(corrected.text("/fitzpatrick")).isEqualTo("IV");
        assertThat(corrected.text("/hairline/style")).isEqualTo("SOFT");
        Answer chart = calls.get(client.value(), "/charts/" + client);
        assertThat(chart.text("/consultations/0/skin")).isEqualTo("NORMAL");
        String earlier = "/consultations/0/corrections/0";
        assertThat(chart.text(earlier + "/was/fitzpatrick")).isEqualTo("II");
        assertThat(chart.text(earlier + "/was/goals")).isEqualTo(CANARY + " as before");
        assertThat(chart.text(earlier + "/by")).isEqualTo(clinic.artist());
        assertThat(chart.text(earlier + "/byName")).isEqualTo("Kim");
        assertThat(chart.text(earlier + "/at")).isNotBlank();
        assertThat(chart.text(earlier + "/reason")).isEqualTo(CANARY + " noted another client's skin.");
        assertThat(eventsOf(held))
                .containsExactly("treatment.ConsultationRecorded.v1", "treatment.ConsultationCorrected.v1");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void refusesToCorrectWhatIsRightAlready() {
        String held = held(others.appointment(clinic, client, "CONSULTATION"));
        Map<String, Object> same = right();
        same.putAll(Map.of("fitzpatrick", "II", "skin", "OILY", "goals", CANARY + " as before"));
        same.remove("hairline");

        refused(correct(clinic.artist(), held, same, null), 409, "illegal-move");
        assertThat(eventsOf(held)).hasSize(1);
    }

    @Test
    void isForThoseWhoTreatInThatClinicAlone() {
        String held = held(others.appointment(clinic, client, "CONSULTATION"));
        shareElsewhere("TREATMENT");
        assertThat(calls.get(elsewhere.artist(), "/consultations/" + held).status())
                .isEqualTo(200);

        refused(correct(elsewhere.artist(), held, right(), null), 404, "not-found");
        refused(correct(elsewhere.manager(), held, right(), null), 404, "not-found");
        for (String who : List.of(clinic.desk(), clinic.regionManager(), others.boss(), client.value())) {
            refused(correct(who, held, right(), null), 403, "forbidden");
        }
        refused(correct(clinic.artist(), "con_01kbq61sqb2c638j8sdx0r8hnw", right(), null), 404, "not-found");
        assertThat(eventsOf(held)).hasSize(1);
        Answer managers = correct(clinic.manager(), held, right(), null);
        assertThat(managers.status()).isEqualTo(200);
        assertThat(managers.text("/corrections/0/by")).isEqualTo(clinic.manager());
        assertThat(managers.body().at("/corrections/0/byName").asStringOpt()).isEmpty();
    }

    @Test
    void refusesAStaleVersionAndBadInputAndStoresNothing() {
        String held = held(others.appointment(clinic, client, "CONSULTATION"));

        refused(correct(clinic.artist(), held, right(), "\"2\""), 412, "stale-version");
        invalid(held, "reason", Map.of("reason", " "));
        invalid(held, "goals", Map.of("goals", "x".repeat(2_001)));
        invalid(held, "ludwig", Map.of("norwood", "III", "ludwig", "I"));
        invalid(held, "fitzpatrick", Map.of("fitzpatrick", "VII"));
        invalid(held, "hairLoss.sinceYear", Map.of("hairLoss", Map.of("sinceYear", 2_900)));
        invalid(
                held,
                "hairline.approvedByClient",
                Map.of("hairline", Map.of("style", "SOFT", "approvedByClient", false)));

        assertThat(eventsOf(held)).hasSize(1);
        assertThat(calls.get(clinic.artist(), "/consultations/" + held).body().at("/corrections"))
                .isEmpty();
    }

    @Test
    void movesThePlannedTouchUpWithTheSkinThatTheLastConsultationFound() {
        String first = held(others.appointment(clinic, client, "CONSULTATION"));
        complete(started("PERMANENT", "SESSION_1"), work("0.50"));
        String touchUp = touchUp().at("/id").asString();
        LocalDate due = LocalDate.parse(touchUp().at("/window/due").asString());
        String last = mongo.getCollection("consultations")
                .find(new Document("clientId", client.value()))
                .sort(new Document("_id", -1))
                .map(it -> it.getString("_id"))
                .first();
        assertThat(last).isNotNull().isNotEqualTo(first);

        assertThat(correct(clinic.artist(), first, right(), null).status()).isEqualTo(200);
        assertThat(eventsOf(touchUp)).hasSize(1);
        assertThat(correct(clinic.artist(), String.valueOf(last), right(), null).status())
                .isEqualTo(200);

        assertThat(eventsOf(touchUp))
                .containsExactly("treatment.TouchUpPlanned.v1", "treatment.TouchUpForecastChanged.v1");
        assertThat(touchUp().at("/reasons").toString())
                .contains("OUTDOOR_WORK")
                .doesNotContain("LIGHT_SKIN", "OILY_SKIN");
        assertThat(LocalDate.parse(touchUp().at("/window/due").asString())).isEqualTo(due.plusMonths(12));
    }

    private String held(AppointmentId appointment) {
        Map<String, Object> found = new HashMap<>();
        found.put("appointmentId", appointment.value());
        found.put("indication", "ALOPECIA");
        found.put("fitzpatrick", "II");
        found.put("skin", "OILY");
        found.put("goals", CANARY + " as before");
        return created(calls.post(clinic.artist(), "/consultations", found)).id();
    }

    private static Map<String, Object> right() {
        Map<String, Object> right = new HashMap<>();
        right.put("indication", "ALOPECIA");
        right.put("fitzpatrick", "IV");
        right.put("skin", "NORMAL");
        right.put("goals", CANARY + " fuller");
        right.put("hairline", Map.of("style", "SOFT", "approvedByClient", true));
        right.put("reason", CANARY + " noted another client's skin.");
        return right;
    }

    private void invalid(String id, String field, Map<String, Object> wrong) {
        Map<String, Object> body = right();
        body.putAll(wrong);
        Answer refused = correct(clinic.artist(), id, body, null);
        refused(refused, 400, "invalid-input");
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    private Answer correct(String who, String id, Map<String, Object> body, @Nullable String ifMatch) {
        Map<String, String> headers = ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch);
        return calls.call(who, "PUT", "/consultations/" + id, body, headers);
    }
}
