package io.hairline.headoffice.practitioner;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class PractitionerControllerIT {

    private static final Map<String, String> AWAY =
            Map.of("from", "2099-07-01", "until", "2099-07-14", "reasonCode", "HOLIDAY");

    @LocalServerPort
    int port;

    @Test
    void showsVisitorsWhoTreatsInAClinicAndNothingOfHerTime() {
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
    void showsHerPlanToHerOwnClinicsOnly() {
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
    void refusesAShiftWhileSheWorksElsewhere() {
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
}
