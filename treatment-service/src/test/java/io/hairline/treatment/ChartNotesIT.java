package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is written into a chart outside an appointment, and what it and the answers mean for the light. */
@OnTreatment
class ChartNotesIT extends TreatmentScenario {

    @Test
    void keepsAllergiesSealedAndHoldsTheLightUntilOneIsWithdrawn() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId session = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("ALLERGY", session)).isEqualTo("DONE");
        Map<String, Object> allergy = new HashMap<>(
                Map.of("substance", "PIGMENT", "substanceName", CANARY, "reaction", "RASH", "severity", "SEVERE"));
        assertThat(add("allergies", allergy).text("/errors/0/field")).isEqualTo("saidBy");
        allergy.put("saidBy", "CLIENT");
        allergy.put("sinceYear", 2998);
        assertThat(add("allergies", allergy).text("/errors/0/field")).isEqualTo("sinceYear");
        allergy.put("sinceYear", 2020);

        Answer added = created(add("allergies", allergy));

        assertThat(added.text("/substanceName")).isEqualTo(CANARY);
        assertThat(stored(CANARY)).isEmpty();
        assertThat(eventsOf(added.id())).containsExactly("treatment.ChartEntryAdded.v1");
        assertThat(stateOf("ALLERGY", session)).isEqualTo("BLOCKED");
        assertThat(step("ALLERGY", session).at("/overridable").asBoolean()).isTrue();
        refused(start(session), 409, "not-ready");
        Answer card = calls.get(clinic.artist(), "/match-card?appointmentId=" + session);
        assertThat(card.text("/allergies/0/substance")).isEqualTo("PIGMENT");
        assertThat(card.body().at("/warnings").toString()).contains("MATERIAL_ALLERGY");

        String withdraw = "/charts/" + client + "/entries/" + added.id() + "/withdraw";
        Map<String, String> reason = Map.of("reason", "It was another client.");
        refused(calls.post(client.value(), withdraw, reason), 403, "forbidden");
        refused(calls.post(elsewhere.artist(), withdraw, reason), 404, "not-found");
        assertThat(calls.post(clinic.artist(), withdraw, reason).status()).isEqualTo(200);
        refused(calls.post(clinic.artist(), withdraw, reason), 409, "illegal-move");
        assertThat(stateOf("ALLERGY", session)).isEqualTo("DONE");
        JsonNode kept = calls.get(clinic.artist(), "/charts/" + client).body().at("/allergies/0");
        assertThat(kept.at("/withdrawalReason").asString()).contains("another client");
        assertThat(kept.at("/reaction").asString()).isEqualTo("RASH");
    }

    @Test
    void waitsUntilTheDayThatTheAnswersNameAndTurnsByItself() {
        readyFor("PERMANENT", "SESSION_1");
        LocalDate today = today();
        Map<String, Object> answers = new HashMap<>(ready.answers(client, "CHEMICAL_PEEL"));
        answers.put("endedOn", Map.of("CHEMICAL_PEEL", today.plusDays(1).toString()));
        assertThat(calls.post(client.value(), "/questionnaires", answers).text("/errors/0/field"))
                .isEqualTo("endedOn.CHEMICAL_PEEL");
        answers.put("endedOn", Map.of("CHEMICAL_PEEL", today.minusDays(10).toString()));

        Answer answered = created(calls.post(client.value(), "/questionnaires", answers));

        String lastDay = today.plusDays(4).toString();
        assertThat(answered.text("/findings/0/waitUntil")).isEqualTo(lastDay);
        assertThat(answered.body().at("/questionsVersion").asInt()).isEqualTo(3);
        AppointmentId soon = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("QUESTIONNAIRE", soon)).isEqualTo("BLOCKED");
        assertThat(step("QUESTIONNAIRE", soon).at("/possibleFrom").asString())
                .isEqualTo(today.plusDays(5).toString());
        refused(start(soon), 409, "not-ready");
        Answer repeated = created(calls.post(
                client.value(),
                "/questionnaires/" + answered.id() + "/repeat",
                Map.of("signature", Map.of("signedName", "Robin Test"))));
        assertThat(repeated.text("/findings/0/waitUntil"))
                .as("saying that nothing has changed doesn't prolong it")
                .isEqualTo(lastDay);

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(6)));
        AppointmentId later = others.appointment(clinic, client, "SESSION_1");
        assertThat(step("QUESTIONNAIRE", later).at("/reasonCode").asString())
                .as("the wait is over, and the answers are six days old")
                .isEqualTo("ASK_WHAT_CHANGED");
        created(start(later));
    }

    @Test
    void takesADoctorsNoteForTheAnswersThatNeedOne() {
        readyFor("PERMANENT", "SESSION_1");
        created(calls.post(client.value(), "/questionnaires", ready.answers(client, "DIABETES")));
        AppointmentId session = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("QUESTIONNAIRE", session)).isEqualTo("BLOCKED");
        refused(start(session), 409, "not-ready");
        Map<String, Object> note = new HashMap<>(Map.of(
                "doctor",
                "Dr. " + CANARY,
                "findings",
                List.of("KELOIDS"),
                "datedOn",
                today().minusDays(3).toString(),
                "validUntil",
                today().plusDays(20).toString()));
        assertThat(add("doctors-notes", note).text("/errors/0/field")).isEqualTo("findings");
        note.put("findings", List.of("DIABETES"));
        note.put("photoId", Ids.next("pho"));
        assertThat(add("doctors-notes", note).text("/errors/0/field")).isEqualTo("photoId");
        note.remove("photoId");

        created(add("doctors-notes", note));

        assertThat(stateOf("QUESTIONNAIRE", session)).isEqualTo("DONE");
        assertThat(stored(CANARY)).isEmpty();
        assertThat(calls.get(client.value(), "/charts/" + client).text("/doctorsNotes/0/doctor"))
                .contains(CANARY);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(22)));
        AppointmentId late = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("QUESTIONNAIRE", late)).as("the note is over").isEqualTo("BLOCKED");
        assertThat(calls.post(
                                clinic.artist(),
                                "/readiness/" + late + "/override",
                                Map.of("stepCode", "QUESTIONNAIRE", "reason", "The doctor said so on the telephone."))
                        .status())
                .isEqualTo(200);
        assertThat(stateOf("QUESTIONNAIRE", late)).isEqualTo("OVERRIDDEN");
    }

    @Test
    void showsNotesToThoseWhoMayReadTheClinicsEntries() {
        assertThat(add("notes", Map.of("text", " ")).text("/errors/0/field")).isEqualTo("text");
        created(add("notes", Map.of("text", CANARY + " called, prefers mornings.")));
        others.appointment(elsewhere, client, "TOUCH_UP");

        assertThat(calls.get(clinic.manager(), "/charts/" + client).text("/notes/0/text"))
                .contains(CANARY);
        assertThat(calls.get(elsewhere.artist(), "/charts/" + client).body().at("/notes"))
                .isEmpty();
        assertThat(stored(CANARY)).isEmpty();
        for (String who : List.of(clinic.desk(), client.value(), clinic.regionManager())) {
            refused(calls.post(who, "/charts/" + client + "/notes", Map.of("text", "x")), 403, "forbidden");
        }
    }

    @Test
    void saysOfAPatchTestThatItIsTooOldToBeRead() {
        String test = created(patchTestWith(pigment)).id();
        assertThat(patchTest(test).at("/overdue").asBoolean()).isFalse();
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(7)).plusSeconds(60));

        Answer late = calls.post(clinic.artist(), "/patch-tests/" + test + "/read", Map.of("result", "PASS"));

        refused(late, 409, "too-old");
        assertThat(patchTest(test).at("/overdue").asBoolean()).isTrue();
    }

    private JsonNode patchTest(String id) {
        return calls.get(clinic.artist(), "/patch-tests/" + id).body();
    }

    private Answer add(String kind, Map<String, Object> entry) {
        return calls.post(clinic.artist(), "/charts/" + client + "/" + kind, entry);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }
}
