package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practitioner who works in two clinics opens neither clinic's clients to the other's people. */
@OnTreatment
class TwoClinicsIT extends TreatmentScenario {

    private TestClinic other;
    private String session;
    private String harm;

    /** The practitioner of one clinic treats a client of the other, in the other. */
    @BeforeEach
    void treatElsewhere() {
        other = clinic;
        others.tell(List.of(new RoleAssigned(
                new PersonId(other.artist()), Role.PRACTITIONER, null, elsewhere.id(), other.practitioner())));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.get(other.artist(), "/lots?clinicId=" + elsewhere.id())
                                .status()
                        == 200);
        clinic = new TestClinic(
                elsewhere.id(),
                elsewhere.region(),
                other.practitioner(),
                elsewhere.manager(),
                elsewhere.desk(),
                other.artist(),
                elsewhere.regionManager());
        client = others.client(clinic);
        pigment = ready.lotOf(clinic, "PIGMENT", "10");
        needles = ready.lotOf(clinic, "NEEDLE", "50");
        session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        created(calls.post(clinic.artist(), "/charts/" + client + "/notes", Map.of("text", CANARY + " sleeps badly")));
        harm = created(calls.post(
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
    }

    @Test
    void showsTheOtherClinicsManagerNothingOfTheClient() {
        List<String> reads = List.of(
                "/charts/" + client,
                "/sessions/" + session,
                "/adverse-events/" + harm,
                "/sessions?clientId=" + client,
                "/plans?clientId=" + client,
                "/consents?clientId=" + client,
                "/photos?clientId=" + client,
                "/healing-assessments?clientId=" + client,
                "/adverse-events?clientId=" + client,
                "/aftercare-plans?clientId=" + client,
                "/aftercare-replies?clientId=" + client,
                "/touch-ups?clientId=" + client,
                "/access-log?clientId=" + client);
        for (String it : reads) {
            assertThat(calls.get(clinic.manager(), it).status()).as(it).isEqualTo(200);
            refused(calls.get(other.manager(), it), 404, "not-found");
            Answer desk = calls.get(other.desk(), it);
            assertThat(desk.status()).as(it).isIn(403, 404);
        }
        refused(
                calls.post(other.manager(), "/sessions/" + session + "/addenda", Map.of("text", "Mine now.")),
                404,
                "not-found");
        refused(
                calls.post(other.manager(), "/adverse-events/" + harm + "/follow-ups", Map.of("text", "Mine now.")),
                404,
                "not-found");
    }

    @Test
    void putsTheClientOnNoListOfTheOtherClinic() {
        for (String list :
                List.of("/touch-ups?clinicId=", "/lots?clinicId=", "/recall-notices/outstanding?clinicId=")) {
            assertThat(calls.get(other.manager(), list + clinic.id()).status())
                    .as(list)
                    .isEqualTo(404);
            Answer own = calls.get(other.manager(), list + other.id());
            assertThat(own.status()).as(list).isEqualTo(200);
            assertThat(own.body().toString()).as(list).doesNotContain(client.value(), pigment, needles);
        }
    }

    @Test
    void goesByTheClinicThatTheCallNames() {
        Map<String, String> here = Map.of("Hairline-Clinic", other.id().value());
        Map<String, String> there = Map.of("Hairline-Clinic", clinic.id().value());
        String chart = "/charts/" + client;
        Map<String, Object> emergency = Map.of("reason", "The scalp bleeds.", "reasonCode", "OTHER");

        refused(calls.call(other.artist(), "GET", chart, null, here), 404, "not-found");
        assertThat(calls.call(other.artist(), "GET", chart, null, there).status())
                .isEqualTo(200);
        for (Map<String, String> named : List.of(here, there)) {
            Answer opened = created(calls.post(other.artist(), chart + "/emergency-access", emergency, named));
            assertThat(opened.text("/clinicId")).isEqualTo(named.get("Hairline-Clinic"));
        }
        refused(calls.call(other.artist(), "GET", chart, null, Map.of("Hairline-Clinic", "BER")), 400, "invalid-input");
    }

    @Test
    void saysInWhichOfTheCallersClinicsTheClientIsWrittenAbout() {
        String clinics = "/charts/" + client + "/clinics";
        for (TestClinic named : List.of(clinic, other)) {
            Map<String, String> header = Map.of("Hairline-Clinic", named.id().value());
            assertThat(calls.call(other.artist(), "GET", clinics, null, header)
                            .body()
                            .at("/items")
                            .findValuesAsString("clinicId"))
                    .containsExactly(clinic.id().value());
        }
        assertThat(calls.get(other.manager(), clinics).body().at("/items")).isEmpty();
        refused(calls.get(client.value(), clinics), 403, "forbidden");
        refused(calls.get(clinic.desk(), clinics), 403, "forbidden");
        others.appointment(other, client, "TOUCH_UP");
        assertThat(calls.get(other.artist(), clinics).body().at("/items")).hasSize(2);
    }

    @Test
    void opensTheChartToWhoTreatsInBoth() {
        assertThat(calls.get(other.artist(), "/charts/" + client).body().at("/sessions"))
                .hasSize(1);
        assertThat(calls.get(other.artist(), "/touch-ups?clinicId=" + clinic.id())
                        .body()
                        .at("/items"))
                .isNotEmpty();
    }
}
