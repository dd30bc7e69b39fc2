package io.hairline.headoffice.policy;

import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class PolicyControllerIT {

    @LocalServerPort
    int port;

    @Test
    void showsEveryoneWhoWorksHereTheOnePolicy() {
        Staff.of(port, "desk-lon")
                .get()
                .uri("/policies")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].booking.horizonDays")
                .isEqualTo(400);
    }

    @Test
    void refusesTiersThatAreOutOfOrder() {
        Staff.of(port, "head-office")
                .post()
                .uri("/policies")
                .body(policy(List.of(tier(0, 0), tier(48, 50))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("cancellation[1].noticeHours");
    }

    @Test
    void namesATierThatIsWrong() {
        Staff.of(port, "head-office")
                .post()
                .uri("/policies")
                .body(policy(List.of(tier(0, 120))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("cancellation[0].refundPercent");
    }

    @Test
    void keepsThePolicyToHeadOffice() {
        Staff.of(port, "region-us")
                .post()
                .uri("/policies")
                .body(policy(List.of(tier(0, 0))))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static Map<String, Object> policy(List<Map<String, Integer>> tiers) {
        return Map.of(
                "leadTimeMinutes", 60,
                "horizonDays", 400,
                "holdMinutes", 10,
                "openHolds", 3,
                "graceMinutes", 15,
                "cancellation", tiers);
    }

    private static Map<String, Integer> tier(int hours, int percent) {
        return Map.of("noticeHours", hours, "refundPercent", percent);
    }
}
