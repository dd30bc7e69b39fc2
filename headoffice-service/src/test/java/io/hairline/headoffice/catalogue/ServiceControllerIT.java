package io.hairline.headoffice.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class ServiceControllerIT {

    @LocalServerPort
    int port;

    @Test
    void showsVisitorsTheCatalogue() {
        new Api(port)
                .visitor()
                .get()
                .uri("/services")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.code == 'SESSION_1')].minutes")
                .isEqualTo(240)
                .jsonPath("$.items[?(@.code == 'SESSION_1')].today[?(@.from.currency == 'EUR')].to.amount")
                .isEqualTo("1450.00")
                .jsonPath("$.items[?(@.code == 'PATCH_TEST')].preparationMinutes")
                .isEqualTo(0);
    }

    @Test
    void changesTheServiceThatHasTheCode() {
        var headOffice = Staff.of(port, "head-office");
        headOffice
                .post()
                .uri("/services")
                .body(service("AFTERCARE", 30))
                .exchange()
                .expectStatus()
                .isCreated();

        headOffice
                .post()
                .uri("/services")
                .body(service("AFTERCARE", 45))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Map<String, Object> odd = new HashMap<>(service("SCAR", 120));
        odd.put("listPrice", Map.of("amount", 10.123, "currency", "EUR"));

        Staff.of(port, "head-office")
                .post()
                .uri("/services")
                .body(odd)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("listPrice");
        Staff.of(port, "head-office")
                .post()
                .uri("/services")
                .body(service("SCAR", 50))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value(it -> assertThat(it).isEqualTo("minutes"));
    }

    @Test
    void keepsPricesThatACallDoesNotName() {
        var headOffice = Staff.of(port, "head-office");
        Map<String, Object> priced = new HashMap<>(service("FRINGE", 30));
        priced.put("prices", List.of(Map.of("price", Map.of("amount", "80.00", "currency", "PLN"))));
        headOffice
                .post()
                .uri("/services")
                .body(priced)
                .exchange()
                .expectStatus()
                .isCreated();

        headOffice
                .post()
                .uri("/services")
                .body(service("FRINGE", 45))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.prices[0].price.currency")
                .isEqualTo("PLN");
        priced.put(
                "prices",
                List.of(Map.of(
                        "price",
                        Map.of("amount", "80.00", "currency", "PLN"),
                        "numbing",
                        Map.of("amount", "5.00", "currency", "EUR"))));
        headOffice
                .post()
                .uri("/services")
                .body(priced)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("prices.numbing");
    }

    @Test
    void namesWhatIsMissingInAPrice() {
        Map<String, Object> price = Map.of("zones", List.of(Map.of("from", 4)));
        Map<String, Object> odd = new HashMap<>(service("SCAR", 120));
        odd.put("prices", List.of(price));

        Staff.of(port, "head-office")
                .post()
                .uri("/services")
                .body(odd)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(it -> assertThat(it)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .containsExactlyInAnyOrder("prices[0].price", "prices[0].zones[0].extra"));
    }

    @Test
    void keepsTheCatalogueToHeadOffice() {
        Staff.of(port, "manager-ber")
                .post()
                .uri("/services")
                .body(service("SCAR", 120))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static Map<String, Object> service(String code, int minutes) {
        return Map.of(
                "code", code,
                "minutes", minutes,
                "preparationMinutes", 0,
                "cleaningMinutes", 0,
                "practitionerExtraMinutes", 0);
    }
}
