package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which chains of calls open a chart to a clinic where the client doesn't belong, and which don't. */
@OnTreatment
class AccessIT extends TreatmentScenario {

    private String chart;

    @BeforeEach
    void openTheChart() {
        chart = "/charts/" + client;
        ready.planOf(client, clinic, "PERMANENT", List.of("SESSION_1"));
    }

    @Test
    void doesNotOpenByABookingThatTheReadersClinicMade() {
        String consultation = calls.get(clinic.artist(), chart).text("/consultations/0/id");
        String plan = calls.get(clinic.artist(), chart).text("/plans/0/id");

        AppointmentId visit = others.appointment(elsewhere, client, "CONSULTATION");

        Answer own = calls.get(elsewhere.artist(), chart);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body().at("/consultations")).isEmpty();
        assertThat(own.body().at("/plans")).isEmpty();
        refused(calls.get(elsewhere.artist(), "/consultations/" + consultation), 404);
        refused(calls.get(elsewhere.artist(), "/plans/" + plan), 404);
        assertThat(calls.get(elsewhere.artist(), "/plans?clientId=" + client)
                        .body()
                        .at("/items"))
                .isEmpty();

        created(calls.post(elsewhere.artist(), "/consultations", consultation(visit)));
        assertThat(calls.get(elsewhere.artist(), chart).body().at("/consultations"))
                .as("a clinic sees what it wrote, and recording a consultation opens no more")
                .hasSize(1);
        Answer home = calls.get(clinic.artist(), chart);
        assertThat(home.body().at("/consultations"))
                .as("nor does the home clinic read what another one wrote")
                .hasSize(1);
        assertThat(home.body().at("/whole").asBoolean()).isFalse();
    }

    @Test
    void showsTheHomeClinicWhatOthersWroteOnlyWithThePassOrTheConsentOfTheClient() {
        AppointmentId visit = others.appointment(client.value(), client, others.slot(elsewhere, "CONSULTATION"));
        String there = created(calls.post(elsewhere.artist(), "/consultations", consultation(visit)))
                .id();
        assertThat(consultationsAtHome()).isOne();
        refused(calls.get(clinic.artist(), "/consultations/" + there), 404);

        Map<String, Object> wanted = new HashMap<>(pass(1));
        wanted.put("clinicId", clinic.id().value());
        String pass =
                created(calls.post(client.value(), "/sharing-passes", wanted)).id();
        assertThat(consultationsAtHome()).isEqualTo(2);
        assertThat(calls.get(clinic.artist(), chart).body().at("/whole").asBoolean())
                .isTrue();
        calls.post(client.value(), "/sharing-passes/" + pass + "/revoke", null);
        assertThat(consultationsAtHome()).isOne();

        created(calls.post(clinic.desk(), "/consents", sharing()));
        assertThat(consultationsAtHome())
                .as("a consent that the home clinic took itself")
                .isOne();
        created(calls.post(client.value(), "/consents", sharing()));
        assertThat(consultationsAtHome()).isEqualTo(2);
    }

    private int consultationsAtHome() {
        return calls.get(clinic.artist(), chart).body().at("/consultations").size();
    }

    @Test
    void doesNotOpenByAConsentThatTheReadersClinicTook() {
        others.appointment(elsewhere, client, "TOUCH_UP");

        created(calls.post(elsewhere.desk(), "/consents", sharing()));
        assertThat(plansSeen()).isZero();

        String own = created(calls.post(client.value(), "/consents", sharing())).id();
        assertThat(plansSeen()).isOne();
        calls.post(client.value(), "/consents/" + own + "/withdraw", null);
        assertThat(plansSeen()).isZero();
    }

    @Test
    void opensByTheClientsOwnBookingAndClosesWhenItIsCancelled() {
        AppointmentSlot slot = others.slot(elsewhere, "TOUCH_UP");
        AppointmentId visit = others.appointment(client.value(), client, slot);
        assertThat(plansSeen()).isOne();

        others.tell(List.of(new AppointmentCancelled(visit, client, slot, false, 1, "CLIENT_REQUEST")));

        refused(calls.get(elsewhere.artist(), chart), 404);
    }

    @Test
    void closesWhenTheVisitThatTheClientBookedIsOver() {
        AppointmentSlot slot = others.slot(elsewhere, "TOUCH_UP");
        AppointmentId visit = others.appointment(client.value(), client, slot);
        assertThat(plansSeen()).isOne();

        others.tell(List.of(new AppointmentCompleted(visit, client, slot)));

        assertThat(plansSeen())
                .as("what that clinic wrote itself stays open to it")
                .isZero();
    }

    @Test
    void doesNotOpenByMovingTheClientsBookingToTheReadersClinic() {
        AppointmentSlot slot = others.slot(clinic, "TOUCH_UP");
        AppointmentId visit = others.appointment(client.value(), client, slot);

        others.tell(
                elsewhere.desk(),
                List.of(new AppointmentRescheduled(
                        visit, client, slot, others.slot(elsewhere, "TOUCH_UP"), "CLINIC_REQUEST")));

        assertThat(plansSeen()).isZero();
    }

    @Test
    void opensByAPassUntilItIsRevokedOrItsDayIsOver() {
        refused(calls.get(elsewhere.artist(), chart), 404);
        for (String who : List.of(elsewhere.artist(), elsewhere.manager(), clinic.manager())) {
            refused(calls.post(who, "/sharing-passes", pass(0)), 403);
        }
        refused(calls.post(others.client(clinic).value(), "/sharing-passes", pass(0)), 404);
        refused(calls.post(client.value(), "/sharing-passes", pass(-1)), 400);

        String first =
                created(calls.post(client.value(), "/sharing-passes", pass(30))).id();
        assertThat(plansSeen()).isOne();
        refused(calls.post(elsewhere.artist(), "/sharing-passes/" + first + "/revoke", null), 403);
        assertThat(calls.post(client.value(), "/sharing-passes/" + first + "/revoke", null)
                        .status())
                .isEqualTo(200);
        refused(calls.get(elsewhere.artist(), chart), 404);

        created(calls.post(client.value(), "/sharing-passes", pass(0)));
        assertThat(plansSeen()).isOne();
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        refused(calls.get(elsewhere.artist(), chart), 404);
        assertThat(calls.get(client.value(), "/sharing-passes?clientId=" + client)
                        .body()
                        .at("/items"))
                .hasSize(2);
    }

    @Test
    void letsNobodyChangeByAPassWhatAnotherClinicWrote() {
        String consent = ready.consentOf(client);
        String harm = created(calls.post(
                        clinic.artist(),
                        "/adverse-events",
                        Map.of("clientId", client.value(), "severity", "MILD", "description", "redness")))
                .id();
        created(calls.post(client.value(), "/sharing-passes", pass(30)));
        assertThat(calls.get(elsewhere.artist(), "/adverse-events/" + harm).status())
                .isEqualTo(200);

        String reader = elsewhere.manager();
        refused(calls.post(reader, "/adverse-events/" + harm + "/close", Map.of("outcome", "RECOVERED")), 404);
        refused(
                calls.post(
                        reader, "/adverse-events/" + harm + "/follow-ups", Map.of("text", "gone", "severity", "MILD")),
                404);
        refused(calls.post(elsewhere.desk(), "/consents/" + consent + "/withdraw", null), 404);
        assertThat(calls.post(clinic.desk(), "/consents/" + consent + "/withdraw", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void opensForOneVisitUntilTheVisitIsOver() {
        AppointmentSlot slot = others.slot(elsewhere, "TOUCH_UP");
        AppointmentId visit = others.appointment(elsewhere.desk(), client, slot);
        assertThat(plansSeen()).isZero();
        Map<String, Object> wanted = new HashMap<>(
                Map.of("clientId", client.value(), "purpose", "TREATMENT", "appointmentId", visit.value()));
        refused(calls.post(others.client(clinic).value(), "/sharing-passes", wanted), 404);
        wanted.put("until", slot.localStart().toLocalDate().toString());
        assertThat(calls.post(client.value(), "/sharing-passes", wanted).text("/errors/0/field"))
                .isEqualTo("until");
        wanted.remove("until");

        Answer pass = created(calls.post(client.value(), "/sharing-passes", wanted));

        assertThat(pass.text("/until"))
                .isEqualTo(slot.localStart().toLocalDate().plusDays(7).toString());
        assertThat(pass.body().at("/inForce").asBoolean()).isTrue();
        assertThat(plansSeen()).isOne();
        assertThat(calls.get(client.value(), "/access-log?clientId=" + client).text("/items/0/basis"))
                .isEqualTo("SHARING_PASS");
        others.tell(List.of(new AppointmentCompleted(visit, client, slot)));
        assertThat(plansSeen())
                .as("the visit is over; what that clinic wrote itself stays open to it")
                .isZero();
        assertThat(calls.get(client.value(), "/sharing-passes?clientId=" + client)
                        .body()
                        .at("/items/0/inForce")
                        .asBoolean())
                .isFalse();
        refused(calls.post(client.value(), "/sharing-passes", wanted), 409);
    }

    @Test
    void opensInAnEmergencyForOnePersonForSomeHoursAndTellsOfIt() {
        String path = chart + "/emergency-access";
        Map<String, String> reason =
                Map.of("reasonCode", "CLIENT_PRESENT", "reason", "The client fainted in our waiting room.");
        refused(calls.post(elsewhere.artist(), path, Map.of("reason", "x")), 400);
        refused(calls.post(elsewhere.desk(), path, reason), 403);
        refused(calls.post(elsewhere.artist(), "/charts/" + Ids.next("cli") + "/emergency-access", reason), 404);

        String access = created(calls.post(elsewhere.artist(), path, reason)).id();

        assertThat(plansSeen()).isOne();
        refused(calls.get(elsewhere.manager(), chart), 404);
        String log = "/access-log?clientId=" + client;
        assertThat(calls.get(client.value(), log).text("/items/0/reason"))
                .isEqualTo("The client fainted in our waiting room.");
        assertThat(calls.get(clinic.manager(), log).text("/items/0/basis")).isEqualTo("EMERGENCY");
        assertThat(calls.get(clinic.manager(), log).body().at("/items/0/reason").isNull())
                .as("the reader is another clinic's")
                .isTrue();
        refused(calls.get(elsewhere.manager(), log), 404);
        assertThat(mongo.getCollection("events").find(new Document("aggregateId", access)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getString("type")).isEqualTo("treatment.EmergencyAccessOpened.v1");
                    assertThat(it.getString("data"))
                            .contains("\"reasonCode\":\"CLIENT_PRESENT\"")
                            .doesNotContain("fainted");
                });
        demoClock.moveTo(clock.instant().plus(Duration.ofHours(5)));
        refused(calls.get(elsewhere.artist(), chart), 404);
    }

    @Test
    void listsTheEmergenciesOfAChartApartFromAllOtherReadings() {
        String path = chart + "/emergency-access";
        String first = emergency(elsewhere.artist(), "The client fainted in our waiting room.");
        String second = emergency(elsewhere.manager(), "A physician asks for the lots.");
        for (int reading = 0; reading < 3; reading++) {
            calls.get(clinic.artist(), chart);
        }
        assertThat(calls.get(client.value(), "/access-log?limit=2&clientId=" + client)
                        .body()
                        .at("/items")
                        .findValuesAsString("basis"))
                .doesNotContain("EMERGENCY");

        JsonNode latest = calls.get(client.value(), path + "?limit=1").body();
        assertThat(latest.at("/items").findValuesAsString("id")).containsExactly(second);
        assertThat(latest.at("/items/0/whoName").isNull())
                .as("who treats nobody")
                .isTrue();
        String cursor = latest.at("/nextCursor").asString();
        JsonNode earlier = calls.get(client.value(), path + "?limit=1&cursor=" + cursor)
                .body()
                .at("/items");
        assertThat(earlier.findValuesAsString("id")).containsExactly(first);
        assertThat(earlier.at("/0/who").asString()).isEqualTo(elsewhere.artist());
        assertThat(earlier.at("/0/whoName").asString()).isEqualTo("Kim");
        assertThat(earlier.at("/0/clinicId").asString())
                .isEqualTo(elsewhere.id().value());
        assertThat(earlier.at("/0/at").asString()).isNotBlank();
        assertThat(earlier.at("/0/reasonCode").asString()).isEqualTo("OTHER");
        assertThat(earlier.at("/0/reason").asString()).isEqualTo("The client fainted in our waiting room.");
        JsonNode toHome = calls.get(clinic.manager(), path).body().at("/items");
        assertThat(toHome).hasSize(2);
        assertThat(toHome.at("/0/reason").isNull()).as("another clinic's words").isTrue();
        refused(calls.get(elsewhere.manager(), path), 404);
        refused(calls.get(clinic.artist(), path), 403);
        refused(calls.get(others.client(clinic).value(), path), 404);
        refused(calls.get(client.value(), path + "?cursor=nonsense"), 400);
    }

    private String emergency(String who, String reason) {
        return created(calls.post(who, chart + "/emergency-access", Map.of("reason", reason)))
                .id();
    }

    @Test
    void showsTheClientWhoReadTheChartAndWhy() {
        String log = "/access-log?clientId=" + client;
        calls.get(client.value(), chart);
        refused(calls.get(elsewhere.artist(), chart), 404);
        calls.get(clinic.artist(), chart);
        String pass =
                created(calls.post(client.value(), "/sharing-passes", pass(1))).id();
        calls.get(elsewhere.artist(), chart);

        JsonNode read = calls.get(client.value(), log).body().at("/items");

        assertThat(read).hasSize(2);
        assertThat(read.at("/0/who").asString()).isEqualTo(elsewhere.artist());
        assertThat(read.at("/0/whoName").asString()).isEqualTo("Kim");
        assertThat(read.at("/0/clinicId").asString()).isEqualTo(elsewhere.id().value());
        assertThat(read.at("/0/what").asString()).isEqualTo("CHART");
        assertThat(read.at("/0/basis").asString()).isEqualTo("SHARING_PASS");
        assertThat(read.at("/0/purpose").asString()).isEqualTo("TREATMENT");
        assertThat(read.at("/0/passId").asString()).isEqualTo(pass);
        assertThat(read.at("/1/passId").isNull()).isTrue();
        assertThat(read.at("/1/basis").asString()).isEqualTo("HOME_CLINIC");
        assertThat(calls.get(clinic.manager(), log).status()).isEqualTo(200);
        refused(calls.get(elsewhere.manager(), log), 404);
        refused(calls.get(clinic.artist(), log), 403);
        refused(calls.get(others.client(clinic).value(), log), 404);
        refused(calls.get(clinic.manager(), "/access-log?clientId=" + Ids.next("cli")), 404);
    }

    @Test
    void opensNoMoreThanThePassIsFor() {
        created(calls.post(client.value(), "/questionnaires", ready.answers(client, "OUTDOOR_WORK")));
        String consultation = calls.get(client.value(), chart).text("/consultations/0/id");
        String questionnaire = calls.get(client.value(), chart).text("/questionnaires/0/id");

        given("MATCH_CARD");
        refused(calls.get(elsewhere.artist(), chart), 404);
        refused(calls.get(elsewhere.artist(), "/consultations/" + consultation), 404);
        given("SECOND_OPINION");
        Answer opened = calls.get(elsewhere.artist(), chart);
        assertThat(opened.body().at("/whole").asBoolean()).isFalse();
        assertThat(opened.body().at("/consultations")).hasSize(1);
        assertThat(opened.body().at("/plans")).hasSize(1);
        assertThat(opened.body().at("/questionnaires")).isEmpty();
        assertThat(opened.body().at("/consents")).isEmpty();
        assertThat(calls.get(elsewhere.artist(), "/consultations/" + consultation)
                        .status())
                .isEqualTo(200);
        refused(calls.get(elsewhere.artist(), "/questionnaires/" + questionnaire), 404);
        assertThat(calls.get(client.value(), "/access-log?clientId=" + client).text("/items/0/purpose"))
                .isEqualTo("SECOND_OPINION");

        given("TREATMENT");
        assertThat(calls.get(elsewhere.artist(), chart).body().at("/whole").asBoolean())
                .as("of several passes the one that opens most")
                .isTrue();
        assertThat(calls.get(elsewhere.artist(), "/questionnaires/" + questionnaire)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readsAtAVisitThatTheClientBookedNoMoreThanThePassForThatClinicOpens() {
        ready.papersOf(client, clinic);
        ready.lotOf(elsewhere, "PIGMENT", "5");
        ready.lotOf(elsewhere, "NEEDLE", "5");
        String questionnaire = calls.get(client.value(), chart).text("/questionnaires/0/id");
        AppointmentId visit = others.appointment(client.value(), client, others.slot(elsewhere, "SESSION_1"));
        assertThat(calls.get(elsewhere.artist(), chart).body().at("/whole").asBoolean())
                .isTrue();

        String pass = given("SECOND_OPINION");
        Answer opened = calls.get(elsewhere.artist(), chart);
        assertThat(opened.body().at("/whole").asBoolean()).isFalse();
        assertThat(opened.text("/sharedFor")).isEqualTo("SECOND_OPINION");
        assertThat(opened.body().at("/plans")).hasSize(1);
        assertThat(opened.body().at("/questionnaires")).isEmpty();
        refused(calls.get(elsewhere.artist(), "/questionnaires/" + questionnaire), 404);

        Answer light = calls.get(elsewhere.artist(), "/readiness/" + visit);
        assertThat(light.text("/light"))
                .as("rests on all entries: %s", light.body())
                .isNotEqualTo("RED");
        created(calls.post(elsewhere.artist(), "/sessions", Map.of("appointmentId", visit.value())));
        assertThat(calls.get(elsewhere.artist(), chart).body().at("/sessions")).hasSize(1);

        assertThat(calls.post(client.value(), "/sharing-passes/" + pass + "/revoke", null)
                        .status())
                .isEqualTo(200);
        assertThat(calls.get(elsewhere.artist(), chart).body().at("/whole").asBoolean())
                .as("the booking again")
                .isTrue();
    }

    @Test
    void showsAClinicThePassesThatHoldThere() {
        String held = "/sharing-passes/held?clinicId=" + elsewhere.id();
        String first = given("MATCH_CARD");
        given("SECOND_OPINION");
        assertThat(calls.get(elsewhere.artist(), held).body().at("/items").findValuesAsString("purpose"))
                .containsExactly("SECOND_OPINION", "MATCH_CARD");
        assertThat(calls.get(elsewhere.artist(), held + "&limit=1").text("/items/0/clientId"))
                .isEqualTo(client.value());

        calls.post(client.value(), "/sharing-passes/" + first + "/revoke", null);
        assertThat(calls.get(elsewhere.manager(), held).body().at("/items")).hasSize(1);
        refused(calls.get(clinic.artist(), held), 404);
        refused(calls.get(elsewhere.desk(), held), 403);
        refused(calls.get(client.value(), held), 403);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        assertThat(calls.get(elsewhere.manager(), held).body().at("/items")).isEmpty();
    }

    private String given(String purpose) {
        Map<String, Object> wanted = new HashMap<>(pass(1));
        wanted.put("purpose", purpose);
        return created(calls.post(client.value(), "/sharing-passes", wanted)).id();
    }

    private int plansSeen() {
        Answer answer = calls.get(elsewhere.artist(), chart);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().at("/plans").size();
    }

    private Map<String, Object> pass(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        return Map.of(
                "clientId",
                client.value(),
                "clinicId",
                elsewhere.id().value(),
                "purpose",
                "TREATMENT",
                "until",
                today.plusDays(days).toString());
    }

    private Map<String, Object> sharing() {
        return Map.of(
                "clientId",
                client.value(),
                "purpose",
                "SHARING",
                "templateId",
                "sharing-en-1",
                "language",
                "en",
                "signature",
                Map.of("signedName", "Robin Test"));
    }

    private static Map<String, Object> consultation(AppointmentId appointment) {
        Map<String, Object> held = new HashMap<>();
        held.put("appointmentId", appointment.value());
        held.put("indication", "ALOPECIA");
        held.put("fitzpatrick", "II");
        held.put("skin", "OILY");
        held.put("goals", "as before");
        return held;
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }
}
