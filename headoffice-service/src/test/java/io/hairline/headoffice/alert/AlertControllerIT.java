package io.hairline.headoffice.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@OnRealServers
class AlertControllerIT {

    @LocalServerPort
    int port;

    /** Nothing is booked there, so the number is 0 and less than 1. */
    @Test
    void aNumberBeyondItsLimitIsListedForThoseWhoLeadTheRegion() {
        Map<String, Object> rule =
                Map.of("key", "touchUpsDue", "regionId", DemoIds.region("UKI").value(), "below", 1);
        Staff.of(port, "head-office")
                .post()
                .uri("/alert-rules")
                .body(rule)
                .exchange()
                .expectStatus()
                .isCreated();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Staff.of(port, "head-office")
                        .get()
                        .uri("/alerts?regionId=" + DemoIds.region("UKI").value())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.items[?(@.key=='touchUpsDue')].limit")
                        .isEqualTo(1)
                        .jsonPath("$.items[?(@.key=='touchUpsDue')].unit")
                        .isEqualTo("count"));
        Staff.of(port, "region-us")
                .get()
                .uri("/alerts")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.key=='touchUpsDue')]")
                .isEmpty();
        Staff.of(port, "region-us")
                .get()
                .uri("/alerts?regionId=" + DemoIds.region("UKI").value())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    /** Of two who both saw that a number has no limits, the second one must look again. */
    @Test
    void refusesASecondFirstLimit() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        assertThat(first(headOffice, 90)).isEqualTo(201);
        assertThat(first(headOffice, 80)).isEqualTo(412);
        String id = Staff.read(headOffice, "/alert-rules")
                .path("items")
                .valueStream()
                .filter(it -> it.path("key").asString().equals("lotCompleteness")
                        && it.path("regionId").isString())
                .map(it -> it.path("id").asString())
                .findFirst()
                .orElseThrow();

        headOffice.delete().uri("/alert-rules/" + id).exchange().expectStatus().isNoContent();

        assertThat(first(headOffice, 80))
                .as("where they were removed there are none")
                .isEqualTo(200);
    }

    private static int first(RestTestClient headOffice, int below) {
        return headOffice
                .post()
                .uri("/alert-rules")
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "key",
                        "lotCompleteness",
                        "regionId",
                        DemoIds.region("EU").value(),
                        "below",
                        below))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void refusesUnknownNumbersAndOtherRoles() {
        Staff.of(port, "head-office")
                .post()
                .uri("/alert-rules")
                .body(Map.of("key", "happiness", "above", 1))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("key");
        Staff.of(port, "region-eu")
                .post()
                .uri("/alert-rules")
                .body(Map.of("key", "noShowRate", "above", 1))
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
