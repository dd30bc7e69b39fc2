package io.hairline.headoffice.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@OnRealServers
class PersonControllerIT {

    @LocalServerPort
    int port;

    @Test
    void letsAManagerStaffTheirClinicAndTakesAccessBackWithinSeconds() {
        RestTestClient manager = Staff.of(port, "manager-man");
        Map<String, String> desk =
                Map.of("role", "FRONT_DESK", "clinicId", DemoIds.clinic("MAN").value());
        String id = enrol(manager, "desk-man-2", "MAN");
        RestTestClient newcomer = new Api(port).as(id);
        newcomer.get().uri("/policies").exchange().expectStatus().isForbidden();

        manager.post()
                .uri("/people/" + id + "/roles")
                .body(desk)
                .exchange()
                .expectStatus()
                .isOk();
        await().atMost(Duration.ofSeconds(5)).until(() -> status(newcomer) == 200);

        manager.post()
                .uri("/people/" + id + "/roles/withdraw")
                .body(desk)
                .exchange()
                .expectStatus()
                .isOk();
        await().atMost(Duration.ofSeconds(5)).until(() -> status(newcomer) == 403);
    }

    @Test
    void keepsAManagerToTheirOwnClinicAndItsRoles() {
        RestTestClient manager = Staff.of(port, "manager-lon");
        String own = "/people/" + DemoIds.person("desk-lon") + "/roles";

        manager.post()
                .uri("/people")
                .body(Map.of("login", "spy", "clinicId", DemoIds.clinic("MAN").value()))
                .exchange()
                .expectStatus()
                .isNotFound();
        manager.post()
                .uri("/people")
                .body(Map.of("login", "spy"))
                .exchange()
                .expectStatus()
                .isBadRequest();
        manager.post()
                .uri(own)
                .body(Map.of("role", "HEAD_OFFICE"))
                .exchange()
                .expectStatus()
                .isForbidden();
        manager.post()
                .uri(own)
                .body(Map.of(
                        "role", "FRONT_DESK", "clinicId", DemoIds.clinic("MAN").value()))
                .exchange()
                .expectStatus()
                .isNotFound();
        manager.post()
                .uri("/people/" + DemoIds.person("desk-man") + "/roles")
                .body(Map.of(
                        "role", "FRONT_DESK", "clinicId", DemoIds.clinic("LON").value()))
                .exchange()
                .expectStatus()
                .isNotFound();
        manager.post()
                .uri(own)
                .body(Map.of(
                        "role", "PRACTITIONER",
                        "clinicId", DemoIds.clinic("LON").value(),
                        "practitionerId", DemoIds.practitioner(1).value()))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void listsAManagersOwnPeople() {
        String body = text(Staff.of(port, "manager-vie"), "/people");

        assertThat(body)
                .contains("desk-vie", "manager-vie", "practitioner-6")
                .doesNotContain("desk-ber", "head-office");
    }

    @Test
    void refusesALoginTwice() {
        Staff.of(port, "head-office")
                .post()
                .uri("/people")
                .body(Map.of("login", "desk-ber"))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/login-taken");
    }

    @Test
    void keepsHeadOfficeFromLockingItselfOut() {
        Staff.of(port, "head-office")
                .post()
                .uri("/people/" + DemoIds.person("head-office") + "/roles/withdraw")
                .body(Map.of("role", "HEAD_OFFICE"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/own-role");
    }

    private static String enrol(RestTestClient manager, String login, String clinic) {
        byte[] body = manager.post()
                .uri("/people")
                .body(Map.of("login", login, "clinicId", DemoIds.clinic(clinic).value()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return Document.parse(new String(body, StandardCharsets.UTF_8)).getString("id");
    }

    private static int status(RestTestClient client) {
        return client.get()
                .uri("/policies")
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String text(RestTestClient client, String path) {
        return new String(
                client.get().uri(path).exchange().expectBody().returnResult().getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }
}
