package io.hairline.headoffice.licence;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class LicenceControllerIT {

    @LocalServerPort
    int port;

    @Test
    void grantsAndRevokes() {
        var headOffice = Staff.of(port, "head-office");
        headOffice
                .post()
                .uri("/licences")
                .body(Map.of(
                        "practitionerId", DemoIds.practitioner(18).value(),
                        "jurisdiction", "US-NV",
                        "validFrom", "2026-01-01",
                        "validUntil", "2027-12-31"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.warnFrom")
                .isEqualTo("2027-11-01");

        headOffice
                .post()
                .uri("/licences/" + DemoIds.licence(18, "US-CA") + "/revoke")
                .header("If-Match", "\"1\"")
                .body(Map.of("reasonCode", "GIVEN_UP"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.revokedFor")
                .isEqualTo("GIVEN_UP");
    }

    @Test
    void showsAManagerTheLicencesOfTheClinicsPeople() {
        var manager = Staff.of(port, "manager-dub");
        manager.get()
                .uri("/licences")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[?(@.jurisdiction != 'IE-D')]")
                .isEmpty();
        manager.get()
                .uri("/licences?practitionerId=" + DemoIds.practitioner(1))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    @Test
    void showsAPractitionerTheirOwn() {
        Staff.of(port, "practitioner-7")
                .get()
                .uri("/licences")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
    }

    @Test
    void isNotForTheFrontDesk() {
        Staff.of(port, "desk-dub")
                .get()
                .uri("/licences")
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
