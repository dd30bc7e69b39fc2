package io.hairline.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.testing.OnRealServers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnRealServers
class ReferenceIT {

    @LocalServerPort
    int port;

    private JsonNode document = JsonMapper.shared().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        try (InputStream body =
                URI.create("http://127.0.0.1:" + port + "/v3/api-docs").toURL().openStream()) {
            document = JsonMapper.shared().readTree(body);
        }
    }

    private Stream<JsonNode> operations() {
        List<JsonNode> all = new ArrayList<>();
        document.path("paths").forEach(path -> path.forEach(all::add));
        return all.stream();
    }

    @Test
    void saysWhatItIsAndWhereItIsReached() {
        assertThat(document.at("/info/title").asString()).isEqualTo("Head office");
        assertThat(document.at("/info/version").asString()).isEqualTo("1");
        assertThat(document.at("/info/description").asString()).contains("clinics", "If-Match");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/api/v1");
        assertThat(document.path("paths").propertyNames()).contains("/clinics", "/clinics/{id}/hours");
    }

    @Test
    void asksForATokenWhereOneIsNeeded() {
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.path("paths").path("/clinics/{id}").path("get").has("security"))
                .isFalse();
        assertThat(operations()
                        .filter(it -> !it.has("security"))
                        .map(it -> it.path("operationId").asString()))
                .containsExactlyInAnyOrder(
                        "clinics.list",
                        "clinics.show",
                        "regions.list",
                        "practitioners.list",
                        "services.list",
                        "demo.now");
    }

    /** Else a reader of the list can't tell which of the two documented forms an item has. */
    @Test
    void tellsTheKindsOfComplianceItemsApart() {
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/LicenceItem/allOf/1/properties/kind/enum/0").asString())
                .isEqualTo("LICENCE");
        assertThat(schemas.at("/EmergencyAccessItem/allOf/1/properties/kind/enum/0")
                        .asString())
                .isEqualTo("EMERGENCY_ACCESS");
    }

    @Test
    void showsARefusalForEveryOperation() {
        assertThat(operations())
                .allSatisfy(it -> assertThat(it.at("/responses/4XX/$ref").asString())
                        .isEqualTo("#/components/responses/Problem"));
        assertThat(document.at("/components/responses/Problem/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void namesEachOperationAndEachFormOnce() {
        assertThat(operations().map(it -> it.path("operationId").asString())).doesNotHaveDuplicates();
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("RegionView", "ServiceView", "OwnerView")
                .doesNotContain("View");
    }

    @Test
    void showsIdsAndCurrenciesAsTheyTravel() {
        JsonNode clinic = document.at("/components/schemas/ClinicNewClinic/properties");

        assertThat(clinic.at("/regionId/pattern").asString()).startsWith("^reg_");
        assertThat(clinic.at("/currency/type").asString()).isEqualTo("string");
        assertThat(clinic.at("/code/pattern").asString()).isEqualTo("^(?:[A-Z0-9-]{2,12})$");
        assertThat(document.findParents("pattern").stream()
                        .map(it -> it.path("type").toString()))
                .allMatch(it -> it.contains("string"));
        assertThat(Set.copyOf(document.findValuesAsString("$ref")))
                .allMatch(it -> !document.at(it.substring(1)).isMissingNode());
    }
}
