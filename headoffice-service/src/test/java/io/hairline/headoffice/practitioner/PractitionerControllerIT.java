package io.hairline.headoffice.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnRealServers
class PractitionerControllerIT {

    private static final Map<String, String> AWAY =
            Map.of("from", "2099-07-01", "until", "2099-07-14", "reasonCode", "HOLIDAY");

    @LocalServerPort
    int port;

    @Test
    void showsVisitorsWhoTreatsInAClinicAndNothingOfTheirTime() {
        new Api(port)
                .visitor()
                .get()
                .uri("/practitioners?clinicId=" + DemoIds.clinic("DUB"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.displayName == 'Aoife M.')].clinicIds[0]")
                .isEqualTo(DemoIds.clinic("DUB").value())
                .jsonPath("$.items[0].rota")
                .doesNotExist()
                .jsonPath("$.items[0].absences")
                .doesNotExist();
    }

    @Test
    void showsAPlanToItsOwnClinicsOnly() {
        String aoife = "/practitioners/" + DemoIds.practitioner(13);

        Staff.of(port, "desk-dub")
                .get()
                .uri(aoife)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rota[0].zone")
                .isEqualTo("Europe/Dublin");
        Staff.of(port, "desk-ber").get().uri(aoife).exchange().expectStatus().isNotFound();
        new Api(port).visitor().get().uri(aoife).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void refusesAShiftDuringWorkElsewhere() {
        Map<String, String> monday = Map.of("day", "MONDAY", "from", "12:00", "until", "18:00");

        Staff.of(port, "manager-ham")
                .post()
                .uri("/practitioners/" + DemoIds.practitioner(3) + "/rota")
                .body(Map.of("clinicId", DemoIds.clinic("HAM").value(), "shifts", List.of(monday)))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/shifts-overlap");
    }

    @Test
    void setsARotaOnlyInOnesOwnClinic() {
        Staff.of(port, "manager-ham")
                .post()
                .uri("/practitioners/" + DemoIds.practitioner(1) + "/rota")
                .body(Map.of("clinicId", DemoIds.clinic("BER").value(), "shifts", List.of()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void notesAnAbsenceForOnesOwnPeople() {
        String marcus = "/practitioners/" + DemoIds.practitioner(16) + "/absences";

        Staff.of(port, "manager-nyc")
                .post()
                .uri(marcus)
                .body(AWAY)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.absences[0].from")
                .isEqualTo("2099-07-01");
        Staff.of(port, "manager-lax")
                .post()
                .uri(marcus)
                .body(AWAY)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesSkillsThatTheCatalogueHasNot() {
        Staff.of(port, "head-office")
                .post()
                .uri("/practitioners")
                .body(Map.of("displayName", "Nova", "serviceCodes", List.of("TOUCH_UP", "MICROBLADING")))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("serviceCodes");
    }

    /** The chain that gave New York a right over Vienna's practitioner: rota first, absence afterwards. */
    @Test
    void givesAClinicNoRightOverAnothersPractitionerUntilTheOtherAgrees() {
        String theresa = "/practitioners/" + DemoIds.practitioner(6);
        String newYork = DemoIds.clinic("NYC").value();
        Map<String, Object> rota = Map.of(
                "clinicId", newYork, "shifts", List.of(Map.of("day", "SUNDAY", "from", "18:00", "until", "02:00")));
        RestTestClient nyc = Staff.of(port, "manager-nyc");
        RestTestClient vie = Staff.of(port, "manager-vie");

        assertThat(status(nyc, theresa + "/rota", rota)).isEqualTo(404);
        assertThat(status(nyc, theresa + "/absences", AWAY)).isEqualTo(404);
        assertThat(status(nyc, theresa + "/assignments", Map.of("clinicId", newYork)))
                .isEqualTo(201);
        assertThat(status(nyc, theresa + "/assignments/" + newYork + "/accept", Map.of()))
                .isEqualTo(404);
        assertThat(status(nyc, theresa + "/rota", rota)).isEqualTo(404);
        assertThat(status(nyc, theresa + "/absences", AWAY)).isEqualTo(404);
        assertThat(status(Staff.of(port, "desk-vie"), theresa + "/assignments/" + newYork + "/accept", Map.of()))
                .isEqualTo(403);
        vie.get()
                .uri("/practitioners/assignments")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].requestedBy[0]")
                .isEqualTo(newYork);

        assertThat(status(vie, theresa + "/assignments/" + newYork + "/accept", Map.of()))
                .isEqualTo(200);
        nyc.post()
                .uri(theresa + "/rota")
                .body(rota)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rota[1].shifts[0].until")
                .isEqualTo("02:00");
        nyc.post()
                .uri(theresa + "/absences")
                .body(AWAY)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.absences[0].clinicIds")
                .isEqualTo(List.of(newYork));

        assertThat(status(nyc, theresa + "/absences/withdraw", Map.of("from", "2099-07-01", "until", "2099-07-14")))
                .isEqualTo(200);
        assertThat(status(nyc, theresa + "/assignments/" + newYork + "/end", Map.of()))
                .isEqualTo(200);
        assertThat(status(nyc, theresa + "/rota", rota)).isEqualTo(404);
    }

    @Test
    void namesTheNestedFieldAndTheRuleOfHours() {
        String aoife = "/practitioners/" + DemoIds.practitioner(13) + "/rota";

        assertThat(errorOf(aoife, Map.of("day", "MONDAY", "from", "09:00", "until", "12:07")))
                .isEqualTo("shifts[0].until must be a quarter of an hour from 00:15 to 24:00, such as 17:45");
        assertThat(errorOf(aoife, Map.of("day", "MONDAY", "from", "00:00", "until", "00:00")))
                .isEqualTo("shifts[0].until must not be the same as \"from\"; write 00:00 to 24:00 for a whole day");
        assertThat(errorOf(aoife, Map.of("day", "MONDAY", "from", "09:00", "to", "12:00")))
                .startsWith("shifts[0].to ");
        assertThat(errorOf(aoife, Map.of("day", "MONTAG", "from", "09:00", "until", "12:00")))
                .startsWith("shifts[0].day ");
    }

    private String errorOf(String uri, Map<String, String> shift) {
        byte[] body = Staff.of(port, "manager-dub")
                .post()
                .uri(uri)
                .body(Map.of("clinicId", DemoIds.clinic("DUB").value(), "shifts", List.of(shift)))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonNode error = JsonMapper.shared().readTree(body).path("errors").path(0);
        return error.path("field").asString() + " " + error.path("message").asString();
    }

    private static int status(RestTestClient as, String uri, Object body) {
        return as.post()
                .uri(uri)
                .body(body)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }
}
