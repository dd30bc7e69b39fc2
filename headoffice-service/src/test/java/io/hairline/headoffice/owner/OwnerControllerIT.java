package io.hairline.headoffice.owner;

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
}
