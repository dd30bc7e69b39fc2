package io.hairline.headoffice.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class ComplianceControllerIT {

    private static final String BERLIN = "/compliance?clinicId=" + DemoIds.clinic("BER");

    @LocalServerPort
    int port;

    @Test
    void listsTheLicencesOfARegionTheMostUrgentFirst() {
        Staff.of(port, "head-office")
                .get()
                .uri("/compliance?limit=1&regionId=" + regionOf(DemoIds.PRACTITIONER_WHOSE_LICENCE_HAS_ENDED))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].practitionerId")
                .isEqualTo(DemoIds.practitioner(DemoIds.PRACTITIONER_WHOSE_LICENCE_HAS_ENDED)
                        .value())
                .jsonPath("$.items[0].state")
                .isEqualTo("EXPIRED")
                .jsonPath("$.nextCursor")
                .isNotEmpty();
    }

    @Test
    void showsEachOnlyTheirOwn() {
        assertThat(status("manager-ber", BERLIN)).isEqualTo(200);
        assertThat(status("region-eu", BERLIN)).isEqualTo(200);
        assertThat(status("region-us", BERLIN)).isEqualTo(404);
        assertThat(status("manager-vie", BERLIN)).isEqualTo(404);
        assertThat(status("manager-ber", "/compliance?regionId=" + DemoIds.region("EU")))
                .isEqualTo(404);
        assertThat(status("desk-ber", BERLIN)).isEqualTo(403);
        assertThat(status("manager-ber", "/compliance")).isEqualTo(400);
        assertThat(status("manager-ber", BERLIN + "&limit=0")).isEqualTo(400);
    }

    private static String regionOf(int practitioner) {
        return DemoIds.region(practitioner <= 7 ? "EU" : practitioner <= 14 ? "UKI" : "US")
                .value();
    }

    private int status(String login, String uri) {
        return Staff.of(port, login)
                .get()
                .uri(uri)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }
}
