package io.hairline.headoffice.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnRealServers
class TrainingControllerIT {

    @LocalServerPort
    int port;

    @Test
    void recordsCorrectsAndWithdraws() {
        var headOffice = Staff.of(port, "head-office");
        Map<String, Object> facts = new HashMap<>(Map.of(
                "practitionerId", DemoIds.practitioner(17).value(),
                "kind", "FIRST_AID",
                "jurisdiction", "US-TX",
                "issuedOn", "2026-01-01",
                "validUntil", "2027-12-31",
                "certificate", "FA-1"));
        JsonNode recorded = JsonMapper.shared()
                .readTree(Objects.requireNonNull(headOffice
                        .post()
                        .uri("/trainings")
                        .body(facts)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .returnResult(String.class)
                        .getResponseBody()));
        assertThat(recorded.at("/warnFrom").asString()).isEqualTo("2027-11-01");
        String path = "/trainings/" + recorded.at("/id").asString();

        facts.remove("practitionerId");
        facts.put("jurisdiction", "US-OK");
        headOffice
                .put()
                .uri(path)
                .header("If-Match", "\"7\"")
                .body(facts)
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        headOffice
                .put()
                .uri(path)
                .header("If-Match", "\"1\"")
                .body(facts)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.jurisdiction")
                .isEqualTo("US-OK");
        headOffice
                .post()
                .uri(path + "/withdraw")
                .body(Map.of("reasonCode", "ENTERED_WRONGLY"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.withdrawnFor")
                .isEqualTo("ENTERED_WRONGLY");
        headOffice.put().uri(path).body(facts).exchange().expectStatus().isEqualTo(409);
    }

    @Test
    void showsEachTheirOwnAndTheirClinicsAndTheDeskNothing() {
        assertThat(listed("manager-dub").findValuesAsString("jurisdiction"))
                .hasSize(2)
                .containsOnly("IE-D");
        assertThat(listed("practitioner-7").findValuesAsString("practitionerId"))
                .containsOnly(DemoIds.practitioner(7).value());
        Staff.of(port, "desk-dub")
                .get()
                .uri("/trainings")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void warnsOnTheComplianceBoardWeeksBefore() {
        JsonNode board =
                Staff.read(Staff.of(port, "manager-lax"), "/compliance?limit=200&clinicId=" + DemoIds.clinic("LAX"));

        assertThat(board.at("/items")
                        .valueStream()
                        .filter(it -> it.at("/kind").asString().equals("TRAINING")
                                && it.at("/state").asString().equals("EXPIRING"))
                        .map(it -> it.at("/practitionerId").asString()))
                .containsExactly(DemoIds.practitioner(DemoIds.PRACTITIONER_WHOSE_TRAINING_ENDS_SOON)
                        .value());
    }

    @Test
    void namesTheFieldThatIsWrong() {
        Staff.of(port, "head-office")
                .post()
                .uri("/trainings")
                .body(Map.of(
                        "practitionerId", DemoIds.practitioner(17).value(),
                        "kind", "FIRST_AID",
                        "jurisdiction", "US-TX",
                        "issuedOn", "2026-01-01",
                        "validUntil", "2025-12-31"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("validUntil");
    }

    private JsonNode listed(String login) {
        return Staff.read(Staff.of(port, login), "/trainings").at("/items");
    }
}
