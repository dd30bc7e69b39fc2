package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.testing.Calls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a clinic has left, apart from what it once had. */
@OnTreatment
class ClinicStockIT extends TreatmentScenario {

    @Test
    void isListedWithoutWhatIsUsedUpOrDisposedOf() {
        Map<String, Object> old = Ready.lot(clinic, "PIGMENT", "5");
        old.put("expiresOn", "2020-01-31");
        String expired = created(calls.post(clinic.artist(), "/lots", old)).id();
        String held = ready.lotOf(clinic, "PIGMENT", "5");
        calls.post(clinic.artist(), "/lots/" + held + "/quarantine", Map.of("reasonCode", "DAMAGED"));
        String thrownAway = ready.lotOf(clinic, "PIGMENT", "5");
        calls.post(clinic.artist(), "/lots/" + thrownAway + "/dispose", Map.of("reasonCode", "DAMAGED"));
        String usedUp = ready.lotOf(clinic, "PIGMENT", "0.5");
        Map<String, Object> work = work("0.50");
        work.put("pigments", List.of(cup(usedUp, "0.50", "12")));
        assertThat(complete(started("PERMANENT", "SESSION_1"), work).status()).isEqualTo(200);

        String list = "/lots?limit=200&clinicId=" + clinic.id();
        assertThat(ids(calls.get(clinic.desk(), list + "&left=true")))
                .contains(pigment, needles, expired, held)
                .doesNotContain(thrownAway, usedUp);
        assertThat(ids(calls.get(clinic.desk(), list + "&left=false"))).containsExactly(thrownAway, usedUp);
        assertThat(ids(calls.get(clinic.desk(), list))).contains(pigment, needles, expired, held, thrownAway, usedUp);
        Answer page = calls.get(clinic.desk(), "/lots?limit=1&left=false&clinicId=" + clinic.id());
        assertThat(ids(calls.get(
                        clinic.desk(),
                        "/lots?limit=1&left=false&clinicId=" + clinic.id() + "&cursor=" + page.text("/nextCursor"))))
                .containsExactly(usedUp);
        refused(calls.get(clinic.desk(), list + "&left=some"), 400, "invalid-input");
    }

    private static List<String> ids(Answer answer) {
        return answer.body().at("/items").findValuesAsString("id");
    }
}
