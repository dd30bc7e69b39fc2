package io.hairline.headoffice.region;

import static org.awaitility.Awaitility.await;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.people.Staffing;
import io.hairline.kit.Ids;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class RegionControllerIT {

    @LocalServerPort
    int port;

    @Autowired
    Staffing staffing;

    @Test
    void letsHeadOfficeOpenARegionThatVisitorsSee() {
        PersonId boss = new PersonId(Ids.next("per"));
        staffing.enrol(boss, boss.value(), null);
        staffing.assign(boss, null, new Assignment(Role.HEAD_OFFICE, null, null, null));
        Api api = new Api(port);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> api.as(boss.value())
                        .post()
                        .uri("/regions")
                        .body(Map.of("code", "TEST", "name", "Test"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals("ETag", "\"1\""));

        api.visitor()
                .get()
                .uri("/regions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.code == 'TEST')].name")
                .isEqualTo("Test");
    }

    @Test
    void asksVisitorsToLogInBeforeTheyChangeAnything() {
        new Api(port)
                .visitor()
                .post()
                .uri("/regions")
                .body(Map.of("code", "XX", "name", "Nowhere"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
    }
}
