package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.TrainingId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingCorrected;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingRecorded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingWithdrawn;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whether a client may be treated: each step of the light, and who may override it. */
@OnTreatment
class ReadinessIT extends TreatmentScenario {

    @Test
    void keepsAPlanOpenUntilItsLastSessionAndTheHealingGapBetween() {
        String first = started("PERMANENT", "SESSION_1", "SESSION_2");
        AppointmentId again = others.appointment(clinic, client, "SESSION_1");
        assertThat(complete(first, work("0.50")).status()).isEqualTo(200);
        assertThat(stateOf("PLAN", again)).isEqualTo("BLOCKED");
        AppointmentId second = others.appointment(clinic, client, "SESSION_2");
        assertThat(stateOf("HEALING_GAP", second)).isEqualTo("BLOCKED");
        refused(
                calls.post(
                        clinic.manager(),
                        "/readiness/" + second + "/override",
                        Map.of("stepCode", "HEALING_GAP", "reason", "No reason is good enough.")),
                422,
                "not-overridable");

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(8)));
        second = others.appointment(clinic, client, "SESSION_2");
        assertThat(stateOf("HEALING_GAP", second)).isEqualTo("BLOCKED");
        refused(start(second), 409, "not-ready");
        Map<String, Object> override = Map.of("stepCode", "HEALING_GAP", "reason", "It has healed well.");
        refused(calls.post(clinic.artist(), "/readiness/" + second + "/override", override), 403, "forbidden");
        assertThat(calls.post(clinic.manager(), "/readiness/" + second + "/override", override)
                        .text("/light"))
                .isEqualTo("AMBER");
        assertThat(step("HEALING_GAP", second).at("/override/by").asString()).isEqualTo(clinic.manager());
        assertThat(step("HEALING_GAP", second).at("/override/reason").asString())
                .contains("healed");
        assertThat(calls.get(client.value(), "/readiness/" + second).body().toString())
                .doesNotContain("healed well");
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("ACCEPTED");
        assertThat(complete(created(start(second)).id(), work("0.50")).status()).isEqualTo(200);
        assertThat(calls.get(clinic.artist(), "/sessions?clientId=" + client)
                        .body()
                        .toString())
                .contains("\"stepCode\":\"HEALING_GAP\"", "\"role\":\"CLINIC_MANAGER\"", "It has healed well.");
        assertThat(calls.get(client.value(), "/sessions?clientId=" + client)
                        .body()
                        .toString())
                .contains("\"stepCode\":\"HEALING_GAP\"", "\"role\":\"CLINIC_MANAGER\"")
                .doesNotContain("healed well");
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("FULFILLED");
    }

    @Test
    void isNotReadyAnyMoreWhenTheConsentIsTakenBack() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");
        String latest = ready.consentOf(client);

        assertThat(calls.post(client.value(), "/consents/" + latest + "/withdraw", null)
                        .status())
                .isEqualTo(200);

        assertThat(stateOf("CONSENT", appointment))
                .as("an earlier signature doesn't count any more")
                .isEqualTo("MISSING");
        refused(start(appointment), 409, "not-ready");
        List<JsonNode> shown = List.of(
                calls.get(client.value(), "/consents?clientId=" + client).body().at("/items"),
                calls.get(clinic.artist(), "/charts/" + client).body().at("/consents"));
        for (JsonNode consents : shown) {
            assertThat(consents).hasSize(2).allMatch(it -> it.hasNonNull("withdrawnAt"));
        }
        refused(
                calls.post(
                        client.value(),
                        "/consents/" + shown.getFirst().at("/1/id").asString() + "/withdraw",
                        null),
                409,
                "illegal-move");
        ready.consentOf(client);
        assertThat(stateOf("CONSENT", appointment)).isEqualTo("DONE");
    }

    @Test
    void startsOnNoOtherDayThanTheAppointmentsUnlessSomebodyAnswersForIt() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentSlot today = others.slot(clinic, "SESSION_1");
        AppointmentSlot later = new AppointmentSlot(
                today.clinicId(),
                today.practitionerId(),
                today.chairId(),
                today.serviceCode(),
                today.startsAt().plus(Duration.ofDays(4)),
                today.endsAt().plus(Duration.ofDays(4)),
                today.localStart().plusDays(4),
                today.zone());
        AppointmentId appointment = others.appointment(clinic.desk(), client, later);
        String override = "/readiness/" + appointment + "/override";
        Map<String, Object> reason = Map.of("stepCode", "APPOINTMENT_DAY", "reason", "The client is here today.");

        assertThat(calls.get(clinic.desk(), "/readiness/" + appointment).text("/light"))
                .isEqualTo("GREEN");
        Answer now = calls.get(clinic.artist(), "/readiness/" + appointment + "?toStart=true");
        assertThat(now.text("/light")).as("what a start today is refused for").isEqualTo("RED");
        assertThat(now.body().at("/steps").toString()).contains("The appointment is on");
        Answer early = start(appointment);
        refused(early, 409, "not-ready");
        assertThat(early.body().at("/steps").toString()).contains("The appointment is on");
        refused(calls.post(elsewhere.manager(), override, reason), 404, "not-found");
        refused(calls.post(clinic.desk(), override, reason), 403, "forbidden");
        refused(
                calls.post(clinic.manager(), override, Map.of("stepCode", "CONSENT", "reason", "Signs tomorrow.")),
                422,
                "not-overridable");
        assertThat(calls.post(clinic.artist(), override, reason).text("/light")).isEqualTo("AMBER");

        assertThat(step("APPOINTMENT_DAY", appointment).at("/override/byName").asString())
                .as("who treats there has a name")
                .isNotBlank();
        created(start(appointment));
        assertThat(eventsOf(appointment.value())).containsExactly("treatment.ReadinessOverridden.v1");
    }

    @Test
    void asksAtEachSessionWhetherAnythingHasChanged() {
        String session = started("PERMANENT", "SESSION_1", "SESSION_2");
        assertThat(complete(session, work("0.25")).status()).isEqualTo(200);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(12)));
        AppointmentId next = others.appointment(clinic, client, "SESSION_2");
        assertThat(stateOf("QUESTIONNAIRE", next)).isEqualTo("WARNING");
        String last = calls.get(client.value(), "/charts/" + client)
                .body()
                .at("/questionnaires/0/id")
                .asString();
        String repeat = "/questionnaires/" + last + "/repeat";
        Map<String, Object> signed = Map.of("signature", Map.of("signedName", "Robin Test"));
        refused(calls.post(elsewhere.artist(), repeat, signed), 404, "not-found");
        refused(calls.post(clinic.desk(), repeat, signed), 403, "forbidden");
        refused(calls.post(client.value(), repeat, Map.of()), 400, "invalid-input");

        Map<String, String> key = Map.of("Idempotency-Key", "repeat-" + last);
        Answer again = created(calls.post(client.value(), repeat, signed, key));

        assertThat(again.body().at("/answers/OUTDOOR_WORK").asBoolean()).isTrue();
        assertThat(stateOf("QUESTIONNAIRE", next)).isEqualTo("DONE");
        refused(calls.post(client.value(), repeat, signed), 409, "illegal-move");
        assertThat(created(calls.post(client.value(), repeat, signed, key)).id())
                .isEqualTo(again.id());
    }

    @Test
    void asksBeforeTheFirstSessionWhatHasChangedSinceAnotherDay() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentSlot today = others.slot(clinic, "SESSION_1");
        AppointmentId inFourDays = others.appointment(
                clinic.desk(),
                client,
                new AppointmentSlot(
                        today.clinicId(),
                        today.practitionerId(),
                        today.chairId(),
                        today.serviceCode(),
                        today.startsAt().plus(Duration.ofDays(4)),
                        today.endsAt().plus(Duration.ofDays(4)),
                        today.localStart().plusDays(4),
                        today.zone()));
        assertThat(stateOf("QUESTIONNAIRE", inFourDays))
                .as("the day hasn't come")
                .isEqualTo("DONE");

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(4)));

        assertThat(stateOf("QUESTIONNAIRE", inFourDays)).isEqualTo("WARNING");
        assertThat(step("QUESTIONNAIRE", inFourDays).path("reasonCode").asString(""))
                .isEqualTo("ASK_WHAT_CHANGED");
        assertThat(calls.get(clinic.desk(), "/readiness/" + inFourDays).text("/light"))
                .isEqualTo("AMBER");
        String last = calls.get(client.value(), "/charts/" + client).text("/questionnaires/0/id");
        created(calls.post(
                clinic.artist(),
                "/questionnaires/" + last + "/repeat",
                Map.of("signature", Map.of("signedName", "Robin Test"))));
        assertThat(calls.get(clinic.desk(), "/readiness/" + inFourDays).text("/light"))
                .isEqualTo("GREEN");
        created(start(inFourDays));
    }

    @Test
    void isRedWhereTrainingIsAskedForUntilItIsRecordedOrAManagerAnswers() {
        assertThat(stateOf("TRAINING", others.appointment(clinic, client, "SESSION_1")))
                .isEqualTo("DONE");
        TestClinic newYork = others.clinic("US-NY");
        AppointmentId appointment = others.appointment(newYork, client, "SESSION_1");
        assertThat(training(newYork, appointment)).isEqualTo("BLOCKED");
        Map<String, Object> override = Map.of("stepCode", "TRAINING", "reason", "The certificate is on its way.");
        refused(calls.post(newYork.artist(), "/readiness/" + appointment + "/override", override), 403, "forbidden");
        assertThat(calls.post(newYork.manager(), "/readiness/" + appointment + "/override", override)
                        .status())
                .isEqualTo(200);
        assertThat(training(newYork, appointment)).isEqualTo("OVERRIDDEN");

        TrainingId id = new TrainingId(Ids.next(TrainingId.PREFIX));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        others.tell(List.of(new TrainingRecorded(
                id,
                newYork.practitioner(),
                TrainingKind.BLOOD_BORNE_PATHOGENS,
                "US",
                today.minusYears(2),
                today.minusDays(2))));
        AppointmentId next = others.appointment(newYork, client, "SESSION_1");
        assertThat(training(newYork, next)).isEqualTo("BLOCKED");
        others.tell(List.of(new TrainingCorrected(
                id,
                newYork.practitioner(),
                TrainingKind.BLOOD_BORNE_PATHOGENS,
                "US",
                today.minusYears(1),
                today.plusDays(2))));
        assertThat(training(newYork, next)).isEqualTo("DONE");
        others.tell(List.of(new TrainingWithdrawn(id, newYork.practitioner(), "ENTERED_WRONGLY")));
        assertThat(training(newYork, next)).isEqualTo("BLOCKED");
    }

    private String training(TestClinic at, AppointmentId appointment) {
        return calls.get(at.desk(), "/readiness/" + appointment)
                .body()
                .at("/steps")
                .valueStream()
                .filter(it -> it.at("/code").asString().equals("TRAINING"))
                .map(it -> it.at("/state").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isRedWhileTheDiaryHasAConflict() {
        AppointmentSlot slot = others.slot(clinic, "SESSION_1");
        AppointmentId appointment = others.appointment(clinic.desk(), client, slot);
        assertThat(stateOf("DIARY", appointment)).isEqualTo("DONE");

        others.tell(List.of(new AppointmentConflictFound(appointment, client, slot, "CLINIC_CLOSED")));
        assertThat(stateOf("DIARY", appointment)).isEqualTo("BLOCKED");
        assertThat(step("DIARY", appointment).path("reasonCode").asString("")).isEqualTo("CLINIC_CLOSED");
        assertThat(step("DIARY", appointment).path("detail").asString("")).doesNotContain("CLINIC_CLOSED");

        others.tell(List.of(new AppointmentConflictResolved(appointment, client, slot, "FITS_AGAIN")));
        assertThat(stateOf("DIARY", appointment)).isEqualTo("DONE");
    }

    @Test
    void takesNoSessionBeforeAnEarlierOneOfThePlan() {
        readyFor("PERMANENT", "SESSION_1", "SESSION_2");
        AppointmentId second = others.appointment(clinic, client, "SESSION_2");

        assertThat(stateOf("SESSION_ORDER", second)).isEqualTo("BLOCKED");
        refused(start(second), 409, "not-ready");
    }

    @Test
    void saysAtOnceThatAnswersForbidTheTreatment() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");

        Answer blocked = created(calls.post(client.value(), "/questionnaires", ready.answers(client, "KELOIDS")));
        created(calls.post(client.value(), "/questionnaires", ready.answers(client, "KELOIDS")));
        assertThat(stateOf("QUESTIONNAIRE", appointment)).isEqualTo("BLOCKED");
        Answer clear = created(calls.post(client.value(), "/questionnaires", ready.answers(client, "OUTDOOR_WORK")));

        assertThat(blocked.text("/outcome")).isEqualTo("BLOCKED");
        assertThat(blocked.text("/notice")).contains("can't treat you for now");
        assertThat(clear.text("/outcome")).isEqualTo("CLEAR");
        assertThat(eventsOf(appointment.value()))
                .containsExactly("treatment.ReadinessBlocked.v1", "treatment.ReadinessUnblocked.v1");
    }

    @Test
    void saysAtOnceThatAPatchTestForbidsTheTreatmentUntilANewerOneDoesNot() {
        readyFor("PERMANENT", "SESSION_1");
        String older = created(patchTestWith(pigment)).id();
        String newer = created(patchTestWith(pigment)).id();
        demoClock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");

        read(newer, "FAIL");
        assertThat(stateOf("PATCH_TEST", appointment)).isEqualTo("BLOCKED");
        assertThat(eventsOf(appointment.value())).containsExactly("treatment.ReadinessBlocked.v1");
        read(older, "PASS");
        assertThat(eventsOf(appointment.value()))
                .as("an older test says nothing about a newer one")
                .containsExactly("treatment.ReadinessBlocked.v1");
        assertThat(calls.post(
                                clinic.artist(),
                                "/patch-tests/" + newer + "/correct",
                                Map.of("result", "PASS", "reason", "It was another client's."))
                        .status())
                .isEqualTo(200);

        assertThat(stateOf("PATCH_TEST", appointment)).isEqualTo("DONE");
        assertThat(eventsOf(appointment.value()))
                .containsExactly("treatment.ReadinessBlocked.v1", "treatment.ReadinessUnblocked.v1");
    }

    private void read(String test, String result) {
        assertThat(calls.post(clinic.artist(), "/patch-tests/" + test + "/read", Map.of("result", result))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isRedWhenADocumentSaysNotYetEighteenOrAnotherBirthDate() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");

        seen(false, true);
        assertThat(stateOf("IDENTITY", appointment)).isEqualTo("BLOCKED");
        seen(true, false);
        assertThat(stateOf("IDENTITY", appointment)).isEqualTo("BLOCKED");
        refused(start(appointment), 409, "not-ready");
        seen(true, true);
        assertThat(stateOf("IDENTITY", appointment)).isEqualTo("DONE");
    }

    @Test
    void takesNoOtherNameForASignatureUnlessTheStaffAnswerForIt() {
        Map<String, Object> other = new HashMap<>(ready.answers(client, "OUTDOOR_WORK"));
        other.put("signature", Map.of("signedName", "X"));
        Map<String, Object> overridden = new HashMap<>(other);
        overridden.put("signature", Map.of("signedName", "X", "overrideReason", "The client can't write."));

        refused(calls.post(client.value(), "/questionnaires", other), 422, "signature-mismatch");
        refused(calls.post(clinic.artist(), "/questionnaires", other), 422, "signature-mismatch");
        refused(calls.post(client.value(), "/questionnaires", overridden), 400, "invalid-input");
        assertThat(calls.get(clinic.artist(), "/charts/" + client).body().at("/questionnaires"))
                .isEmpty();
        created(calls.post(clinic.artist(), "/questionnaires", overridden));
        assertThat(stored("Robin Test")).isEmpty();
    }

    private void seen(boolean birthDateMatches, boolean adult) {
        created(calls.post(
                clinic.desk(),
                "/identity-checks",
                Map.of(
                        "clientId",
                        client.value(),
                        "document",
                        "PASSPORT",
                        "birthDateMatches",
                        birthDateMatches,
                        "adult",
                        adult)));
    }
}
