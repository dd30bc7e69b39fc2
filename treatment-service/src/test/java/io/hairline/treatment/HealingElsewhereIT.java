package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.testing.Calls.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a session healed is noted where the client is treated, and the clinic of the session reads it. */
@OnTreatment
class HealingElsewhereIT extends TreatmentScenario {

    private String session;

    @BeforeEach
    void treat() {
        session = started("PERMANENT", "SESSION_1", "SESSION_2");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
    }

    @Test
    void refusesAClinicThatMayReadAndDoesNotTreat() {
        others.appointment(elsewhere, client, "TOUCH_UP");
        refused(assess(elsewhere.artist()), 404, "not-found");

        shareElsewhere("MATCH_CARD");
        refused(assess(elsewhere.artist()), 404, "not-found");
        shareElsewhere("SECOND_OPINION");
        assertThat(calls.get(elsewhere.artist(), "/sessions/" + session)
                        .body()
                        .at("/mayAssessHealing")
                        .asBoolean())
                .isFalse();

        refused(assess(elsewhere.artist()), 403, "pass-needed");

        assertThat(assessments(clinic.artist())).isEmpty();
    }

    @Test
    void refusesWhoReadsByAConsentOrInAnEmergency() {
        created(calls.post(
                elsewhere.manager(),
                "/charts/" + client + "/emergency-access",
                Map.of("reasonCode", "CLIENT_PRESENT", "reason", "The client fainted in our waiting room.")));
        refused(assess(elsewhere.manager()), 403, "pass-needed");

        others.appointment(elsewhere, client, "TOUCH_UP");
        agree("SHARING");
        refused(assess(elsewhere.artist()), 403, "pass-needed");
    }

    @Test
    void letsTheClinicAssessWhereTheClientBookedAndTheTreatingClinicReadIt() {
        AppointmentId next = others.appointment(clinic, client, "SESSION_2");
        others.appointment(client.value(), client, others.slot(elsewhere, "TOUCH_UP"));
        assertThat(calls.get(elsewhere.artist(), "/sessions?clientId=" + client)
                        .body()
                        .at("/items/0/mayAssessHealing")
                        .asBoolean())
                .isTrue();

        Answer noted = created(assess(elsewhere.artist()));

        assertThat(noted.text("/clinicId")).isEqualTo(elsewhere.id().value());
        assertThat(stateOf("HEALING", next)).isEqualTo("BLOCKED");
        Answer read = calls.get(clinic.artist(), "/healing-assessments/" + noted.id());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("/clinicName")).isEqualTo("Clinic");
        assertThat(read.text("/treatedIn")).isEqualTo(clinic.id().value());
        assertThat(read.text("/serviceCode")).isEqualTo("SESSION_1");
        assertThat(read.text("/sessionOn"))
                .isEqualTo(LocalDate.ofInstant(clock.instant(), Others.ZONE).toString());
        assertThat(assessments(clinic.artist())).containsExactly(noted.id());
        assertThat(calls.get(clinic.manager(), "/charts/" + client)
                        .body()
                        .at("/healingAssessments")
                        .findValuesAsString("id"))
                .containsExactly(noted.id());
        assertThat(calls.get(clinic.artist(), "/match-card?appointmentId=" + next)
                        .body()
                        .at("/retentionPercent")
                        .asInt())
                .isEqualTo(60);
        assertThat(mongo.getCollection("events")
                        .find(new Document("aggregateId", noted.id()))
                        .map(Document::toJson))
                .singleElement()
                .asString()
                .contains("treatedIn", clinic.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TREATMENT", "TRANSFER"})
    void letsTheClinicAssessThatHasAPassForTreatment(String purpose) {
        others.appointment(elsewhere, client, "TOUCH_UP");
        shareElsewhere(purpose);

        Answer noted = created(assess(elsewhere.artist()));

        assertThat(noted.text("/clinicId")).isEqualTo(elsewhere.id().value());
        assertThat(assessments(clinic.artist())).containsExactly(noted.id());
        created(assess(clinic.artist()));
        assertThat(assessments(clinic.artist())).hasSize(2);
    }

    @Test
    void readsTheSessionsOfAllAssessmentsAtOnce() {
        created(assess(clinic.artist()));
        created(assess(clinic.artist()));
        mongo.executeCommand(new Document("profile", 2));
        try {
            assertThat(assessments(clinic.artist())).hasSize(2);
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }
        List<String> reads = mongo.getCollection("system.profile")
                .find(new Document("ns", Pattern.compile("\\.sessions$")))
                .map(Document::toJson)
                .into(new ArrayList<>());
        mongo.dropCollection("system.profile");

        assertThat(reads).filteredOn(it -> it.contains(session)).hasSize(1);
    }

    private Answer assess(String who) {
        return calls.post(
                who, "/healing-assessments", Map.of("sessionId", session, "result", "NOT_YET", "retentionPercent", 60));
    }

    private List<String> assessments(String who) {
        return calls.get(who, "/healing-assessments?clientId=" + client)
                .body()
                .at("/items")
                .findValuesAsString("id");
    }
}
