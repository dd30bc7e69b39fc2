package io.hairline.headoffice.network;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class OwnerControllerIT {

    @LocalServerPort
    int port;

    @Test
    void signsAnOwnerWhomHeadOfficeSees() {
        var headOffice = Staff.of(port, "head-office");
        headOffice
                .post()
                .uri("/owners")
                .body(Map.of("code", "SUD", "companyName", "Sud SARL"))
                .exchange()
                .expectStatus()
                .isCreated();

        headOffice
                .get()
                .uri("/owners")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.code == 'SUD')].companyName")
                .isEqualTo("Sud SARL");
    }

    @Test
    void keepsOwnersToHeadOffice() {
        Staff.of(port, "manager-ber")
                .get()
                .uri("/owners")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/forbidden");
    }

    @Test
    void correctsANameAndKeepsTheCode() {
        var headOffice = Staff.of(port, "head-office");

        headOffice
                .put()
                .uri("/owners/" + DemoIds.owner("DONAU"))
                .header("If-Match", "\"1\"")
                .body(Map.of("companyName", "Donau Studios GmbH"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DONAU")
                .jsonPath("$.companyName")
                .isEqualTo("Donau Studios GmbH");
        headOffice
                .put()
                .uri("/regions/reg_00000000000000000000000000")
                .body(Map.of("name", "Nowhere"))
                .exchange()
                .expectStatus()
                .isNotFound();
        Staff.of(port, "region-eu")
                .put()
                .uri("/regions/reg_00000000000000000000000000")
                .body(Map.of("name", "Nowhere"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
