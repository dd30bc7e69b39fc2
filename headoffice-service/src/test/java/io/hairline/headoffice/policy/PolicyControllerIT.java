package io.hairline.headoffice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@OnRealServers
class PolicyControllerIT {

    @LocalServerPort
    int port;

    @Test
    void showsEveryoneWhoWorksHereTheBrandsPolicy() {
        Staff.of(port, "desk-lon")
                .get()
                .uri("/policies")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].layer")
                .isEqualTo("BRAND")
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
    void namesATierThatIsMissing() {
        Staff.of(port, "head-office")
                .post()
                .uri("/policies")
                .body(policy(Collections.singletonList(null)))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("cancellation[0]");
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

    @Test
    void aLayerIsPreviewedPublishedAndSeenInTheDriftUntilTheLayerAboveLocksIt() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        Map<String, Object> clinic = Map.of(
                "clinicId", DemoIds.clinic("LON").value(), "values", Map.of("graceMinutes", 25), "locked", List.of());

        ok(headOffice, "/policies/preview", clinic)
                .jsonPath("$.changes[0].field")
                .isEqualTo("graceMinutes")
                .jsonPath("$.changes[0].after")
                .isEqualTo(25);
        expectGrace("LON", 15);
        headOffice
                .post()
                .uri("/policies/layers")
                .body(clinic)
                .exchange()
                .expectStatus()
                .isCreated();
        expectGrace("LON", 25);
        headOffice
                .get()
                .uri("/policies/drift")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.layer=='CLINIC' && @.field=='graceMinutes')].value")
                .isEqualTo(25);

        ok(headOffice, "/policies/layers", Map.of("values", Map.of(), "locked", List.of("graceMinutes")));
        expectGrace("LON", 15);
        Staff.of(port, "manager-lon")
                .post()
                .uri("/policies/layers")
                .body(Map.of("clinicId", DemoIds.clinic("LON").value(), "values", Map.of("graceMinutes", 20)))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/policy-locked");
        ok(headOffice, "/policies/layers", Map.of("values", Map.of(), "locked", List.of()));
        expectGrace("LON", 25);
    }

    /** Of two who both saw that a clinic has no layer of its own, the second one must look again. */
    @Test
    void refusesASecondFirstLayer() {
        assertThat(firstLayer(3)).isEqualTo(201);
        assertThat(firstLayer(4)).isEqualTo(412);
    }

    private int firstLayer(int openHolds) {
        return Staff.of(port, "head-office")
                .post()
                .uri("/policies/layers")
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "clinicId",
                        DemoIds.clinic("LAX").value(),
                        "values",
                        Map.of("openHolds", openHolds),
                        "locked",
                        List.of()))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void refusesALayerOfAnotherClinicAPastDayAndAnUnknownField() {
        Map<String, Object> values = Map.of("graceMinutes", 20);
        Staff.of(port, "manager-lon")
                .post()
                .uri("/policies/layers")
                .body(Map.of("clinicId", DemoIds.clinic("BER").value(), "values", values))
                .exchange()
                .expectStatus()
                .isNotFound();
        refused(Map.of("values", values, "from", "2020-01-01"), "from");
        refused(Map.of("values", values, "locked", List.of("grace")), "locked[0]");
        refused(Map.of("regionId", DemoIds.region("EU").value(), "values", Map.of()), "values");
    }

    @Test
    void aRuleForAQuestionAboutHealthIsMadeStricterInAClinicAndNotMilderWhereTheBrandLocksIt() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        Map<String, Object> block = rules("HAM", List.of(Map.of("code", "EPILEPSY", "effect", "BLOCK")));

        ok(headOffice, "/policies/preview", block)
                .jsonPath("$.changes.length()")
                .isEqualTo(1)
                .jsonPath("$.changes[0].before.effect")
                .isEqualTo("DOCTORS_NOTE")
                .jsonPath("$.changes[0].after.effect")
                .isEqualTo("BLOCK");
        ok(headOffice, "/policies/layers", Map.of("values", Map.of(), "locked", List.of("contraindications")));
        headOffice
                .post()
                .uri("/policies/layers")
                .body(rules("HAM", List.of(Map.of("code", "EPILEPSY", "effect", "WARN"))))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/policy-locked");
        headOffice
                .post()
                .uri("/policies/layers")
                .body(block)
                .exchange()
                .expectStatus()
                .isCreated();
        headOffice
                .get()
                .uri("/policies/effective?clinicId=" + DemoIds.clinic("HAM").value())
                .exchange()
                .expectBody()
                .jsonPath("$.booking.contraindications[?(@.code=='EPILEPSY')].effect")
                .isEqualTo("BLOCK")
                .jsonPath("$.booking.contraindications[?(@.code=='BOTOX')].waitDays")
                .isEqualTo(60);
        headOffice
                .get()
                .uri("/policies/drift")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.field=='contraindications')].value.effect")
                .isEqualTo("BLOCK");
        ok(headOffice, "/policies/layers", Map.of("values", Map.of(), "locked", List.of()));
    }

    @Test
    void aPlannedRuleHoldsFromItsDayOn() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        Map<String, Object> planned =
                new HashMap<>(rules("VIE", List.of(Map.of("code", "BOTOX", "effect", "WAIT", "waitDays", 120))));
        planned.put("from", day.toString());
        RestTestClient headOffice = Staff.of(port, "head-office");

        headOffice
                .post()
                .uri("/policies/layers")
                .body(planned)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.inForce")
                .doesNotExist()
                .jsonPath("$.planned[0].from")
                .isEqualTo(day.toString());
        expectBotoxDays(day.minusDays(1), 60);
        expectBotoxDays(day, 120);
    }

    @Test
    void aClinicHasItsOwnForecastAndStockLimitsAndTheBrandsWhereItSaysNothing() {
        String clinic = DemoIds.clinic("NYC").value();
        Map<String, Object> touchUp = new HashMap<>(Map.of(
                "dueMonths", 36,
                "lightSkinSoonerMonths", 12,
                "oilySkinSoonerMonths", 6,
                "outdoorWorkSoonerMonths", 6,
                "soonestMonths", 24,
                "latestMonths", 60,
                "windowMonths", 3,
                "fadeCheckMonths", 12,
                "fadedMonths", 18));
        Map<String, Object> values = new HashMap<>();
        values.put("touchUp", touchUp);
        values.put("stock", Map.of("lowBelowPercent", 35, "expiryWarningDays", 60));
        Map<String, Object> layer = Map.of("clinicId", clinic, "values", values, "locked", List.of());

        Staff.of(port, "head-office")
                .post()
                .uri("/policies/layers")
                .body(layer)
                .exchange()
                .expectStatus()
                .isCreated();
        Staff.of(port, "head-office")
                .get()
                .uri("/policies/effective?clinicId=" + clinic)
                .exchange()
                .expectBody()
                .jsonPath("$.booking.touchUp.dueMonths")
                .isEqualTo(36)
                .jsonPath("$.booking.stock.lowBelowPercent")
                .isEqualTo(35)
                .jsonPath("$.sources[?(@.field=='touchUp')].layer")
                .isEqualTo("CLINIC");

        touchUp.put("latestMonths", 35);
        refused(layer, "touchUp.latestMonths");
        touchUp.put("latestMonths", 500);
        refused(layer, "values.touchUp.latestMonths");
        touchUp.remove("latestMonths");
        refused(layer, "values.touchUp.latestMonths");
    }

    private void expectBotoxDays(LocalDate on, int days) {
        Staff.of(port, "head-office")
                .get()
                .uri("/policies/effective?clinicId=" + DemoIds.clinic("VIE").value() + "&on=" + on)
                .exchange()
                .expectBody()
                .jsonPath("$.booking.contraindications[?(@.code=='BOTOX')].waitDays")
                .isEqualTo(days);
    }

    @Test
    void refusesARuleForNoQuestionOneWithoutItsDaysAndOneThatComesTwice() {
        Map<String, Object> block = Map.of("code", "KELOIDS", "effect", "BLOCK");
        refused(
                rules("HAM", List.of(Map.of("code", "SHOE_SIZE", "effect", "BLOCK"))),
                "values.contraindications[0].code");
        refused(
                rules("HAM", List.of(block, Map.of("code", "BOTOX", "effect", "WAIT"))),
                "values.contraindications[1].waitDays");
        refused(
                rules("HAM", List.of(Map.of("code", "BOTOX", "effect", "BLOCK", "waitDays", 3))),
                "values.contraindications[0].waitDays");
        refused(rules("HAM", List.of(block, block)), "values.contraindications[1].code");
    }

    @Test
    void namesTheNumberOfARegionsOwnThatContradictsAnother() {
        Map<String, Object> days = Map.of(
                "dryDays", 20,
                "washFromDay", 5,
                "mildWashDays", 7,
                "scabDays", 10,
                "poolAndSunDays", 28,
                "longSunDays", 30);
        Map<String, Object> healing = Map.of("floorDays", 7, "minDays", 6, "idealUntilDays", 14, "warnAfterDays", 30);

        refused(region(Map.of("aftercare", days)), "aftercare.washFromDay");
        refused(region(Map.of("healing", healing)), "healing.minDays");
        refused(region(Map.of("cancellation", List.of(tier(24, 50)))), "cancellation[0].noticeHours");
    }

    /** Far ahead, so that no other test comes to that day. */
    @Test
    void namesBothFieldsThatContradictEachOtherAndTheLayerThatSetsEach() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        String dublin = DemoIds.clinic("DUB").value();
        headOffice
                .post()
                .uri("/policies/layers")
                .body(Map.of("clinicId", dublin, "from", "2150-01-01", "values", Map.of("leadTimeMinutes", 5000)))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        contradicts(
                headOffice,
                Map.of(
                        "regionId", DemoIds.region("UKI").value(),
                        "from", "2150-01-02",
                        "values", Map.of("horizonDays", 3)),
                409,
                "REGION");
        contradicts(
                headOffice,
                Map.of(
                        "clinicId",
                        dublin,
                        "from",
                        "2150-01-02",
                        "values",
                        Map.of("horizonDays", 3, "leadTimeMinutes", 5000)),
                400,
                "CLINIC");
    }

    private static void contradicts(RestTestClient who, Map<String, Object> layer, int status, String horizonsLayer) {
        who.post()
                .uri("/policies/preview")
                .body(layer)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.fields")
                .isEqualTo(List.of("leadTimeMinutes", "horizonDays"))
                .jsonPath("$.errors[*].code")
                .isEqualTo(List.of("shorter-than", "from-layer", "from-layer"))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("leadTimeMinutes", "leadTimeMinutes", "horizonDays"))
                .jsonPath("$.errors[1].values[0]")
                .isEqualTo("CLINIC")
                .jsonPath("$.errors[2].values[0]")
                .isEqualTo(horizonsLayer);
    }

    private static Map<String, Object> region(Map<String, Object> values) {
        return Map.of("regionId", DemoIds.region("EU").value(), "values", values);
    }

    private static Map<String, Object> rules(String clinic, List<Map<String, Object>> rules) {
        return Map.of(
                "clinicId",
                DemoIds.clinic(clinic).value(),
                "values",
                Map.of("contraindications", rules),
                "locked",
                List.of());
    }

    private void refused(Map<String, Object> layer, String field) {
        Staff.of(port, "head-office")
                .post()
                .uri("/policies/layers")
                .body(layer)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private static RestTestClient.BodyContentSpec ok(RestTestClient who, String path, Map<String, Object> body) {
        return who.post().uri(path).body(body).exchange().expectStatus().isOk().expectBody();
    }

    private void expectGrace(String clinic, int minutes) {
        Staff.of(port, "head-office")
                .get()
                .uri("/policies/effective?clinicId=" + DemoIds.clinic(clinic).value())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.booking.graceMinutes")
                .isEqualTo(minutes);
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
