package io.hairline.headoffice.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealServers
class ClinicControllerIT {

    private static final String VIENNA = "/clinics/" + DemoIds.clinic("VIE");

    @LocalServerPort
    int port;

    @Autowired
    EventLog eventLog;

    @Test
    void showsVisitorsTheClinicsOfARegion() {
        new Api(port)
                .visitor()
                .get()
                .uri("/clinics?regionId=" + DemoIds.region("US"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].code")
                .isEqualTo("LAX")
                .jsonPath("$.items[0].zone")
                .isEqualTo("America/Los_Angeles")
                .jsonPath("$.items[0].currency")
                .isEqualTo("USD")
                .jsonPath("$.nextCursor")
                .isEmpty();
    }

    @Test
    void answersTheSameForAClinicThatIsNotThereAndForNoIdAtAll() {
        for (String path : List.of("/clinics/cln_00000000000000000000000000", "/clinics/nonsense")) {
            new Api(port)
                    .visitor()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/not-found");
        }
    }

    @Test
    void saysWhetherAClinicOffersNumbing() {
        String clinic = "/clinics/" + DemoIds.clinic("HAM");
        String path = clinic + "/numbing";
        int before = events("HAM");

        Staff.of(port, "manager-ber")
                .post()
                .uri(path)
                .body(Map.of("offered", false))
                .exchange()
                .expectStatus()
                .isNotFound();
        var manager = Staff.of(port, "manager-ham");
        manager.post()
                .uri(path)
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("offered");
        for (boolean offered : List.of(false, false, true)) {
            manager.post()
                    .uri(path)
                    .body(Map.of("offered", offered))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.numbing")
                    .isEqualTo(offered);
        }
        assertThat(events("HAM")).isEqualTo(before + 2);
    }

    @Test
    void writesOneEventForAChangeAndNoneForARefusal() {
        var manager = Staff.of(port, "manager-ham");
        String path = "/clinics/" + DemoIds.clinic("HAM") + "/closed-days";
        int before = events("HAM");

        manager.post()
                .uri(path)
                .body(Map.of("date", "2020-01-01", "reasonCode", "HOLIDAY"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/day-over");
        assertThat(events("HAM")).isEqualTo(before);

        manager.post()
                .uri(path)
                .body(Map.of("date", "2099-01-01", "reasonCode", "HOLIDAY"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"" + (before + 1) + "\"")
                .expectBody()
                .jsonPath("$.closedDays[0]")
                .isEqualTo("2099-01-01");
        assertThat(events("HAM")).isEqualTo(before + 1);
    }

    @Test
    void refusesAChangeOfAVersionThatIsGone() {
        Staff.of(port, "manager-vie")
                .post()
                .uri(VIENNA + "/hours")
                .header("If-Match", "\"1\"")
                .body(Map.of("openingHours", List.of()))
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/stale-version");
    }

    @Test
    void refusesHoursThatOverlap() {
        Map<String, String> morning = Map.of("day", "MONDAY", "from", "09:00", "until", "13:00");
        Map<String, String> noon = Map.of("day", "MONDAY", "from", "12:00", "until", "14:00");

        Staff.of(port, "manager-vie")
                .post()
                .uri(VIENNA + "/hours")
                .body(Map.of("openingHours", List.of(morning, noon)))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/hours-overlap");
    }

    @Test
    void namesTheHoursThatAreOffTheGrid() {
        Staff.of(port, "manager-vie")
                .post()
                .uri(VIENNA + "/hours")
                .body(Map.of("openingHours", List.of(Map.of("day", "MONDAY", "from", "09:05", "until", "13:00"))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("openingHours[0].from");
    }

    @Test
    void letsAManagerChangeTheOwnClinicOnly() {
        Map<String, Object> closing = Map.of("date", "2099-01-01", "reasonCode", "HOLIDAY");

        Staff.of(port, "manager-ber")
                .post()
                .uri(VIENNA + "/closed-days")
                .body(closing)
                .exchange()
                .expectStatus()
                .isNotFound();
        Staff.of(port, "desk-vie")
                .post()
                .uri(VIENNA + "/closed-days")
                .body(closing)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void opensAClinic() {
        Staff.of(port, "head-office")
                .post()
                .uri("/clinics")
                .body(newClinic("ROM", DemoIds.region("EU").value()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
    }

    @Test
    void correctsAClinicWithItsVersion() {
        var headOffice = Staff.of(port, "head-office");
        String manchester = "/clinics/" + DemoIds.clinic("MAN");
        Map<String, Object> right =
                Map.of("name", "Manchester North", "address", "1 Quay St", "latitude", 53.48, "longitude", -2.24);

        headOffice
                .put()
                .uri(manchester)
                .header("If-Match", "\"1\"")
                .body(right)
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        headOffice
                .put()
                .uri(manchester)
                .body(right)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Manchester North")
                .jsonPath("$.address")
                .isEqualTo("1 Quay St");
        Staff.of(port, "manager-man")
                .put()
                .uri("/clinics/cln_00000000000000000000000000")
                .body(right)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesACountryThatIsNone() {
        Map<String, Object> nowhere =
                new HashMap<>(newClinic("XYZ", DemoIds.region("EU").value()));
        nowhere.put("jurisdiction", "ZZ-1");

        Staff.of(port, "head-office")
                .post()
                .uri("/clinics")
                .body(nowhere)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("jurisdiction");
    }

    @Test
    void installsAChairAndRemovesIt() {
        var headOffice = Staff.of(port, "head-office");
        String chairs = "/clinics/" + DemoIds.clinic("DUB") + "/chairs";
        byte[] furnished = headOffice
                .post()
                .uri(chairs)
                .body(Map.of("name", "Window"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        Document chair = Document.parse(new String(furnished, StandardCharsets.UTF_8))
                .getList("chairs", Document.class)
                .getLast();

        assertThat(chair.getString("name")).isEqualTo("Window");
        headOffice
                .post()
                .uri(chairs + "/" + chair.getString("id") + "/remove")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.chairs.length()")
                .isEqualTo(DemoIds.chairs("DUB"));
    }

    @Test
    void takesADeviceIntoAClinicAndOutAgain() {
        var headOffice = Staff.of(port, "head-office");
        String devices = "/clinics/" + DemoIds.clinic("DUB") + "/devices";
        headOffice
                .post()
                .uri(devices)
                .body(Map.of("kind", "a laser", "name", "Laser"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("kind");
        byte[] equipped = headOffice
                .post()
                .uri(devices)
                .body(Map.of("kind", "LASER", "name", "Laser"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        Document device = Document.parse(new String(equipped, StandardCharsets.UTF_8))
                .getList("devices", Document.class)
                .getLast();

        assertThat(device.getString("kind")).isEqualTo("LASER");
        String path = devices + "/" + device.getString("id");
        headOffice
                .put()
                .uri(path)
                .body(Map.of("name", "Big laser"))
                .exchange()
                .expectBody()
                .jsonPath("$.devices[1].name")
                .isEqualTo("Big laser");
        headOffice
                .post()
                .uri(path + "/remove")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.devices.length()")
                .isEqualTo(1);
    }

    @Test
    void refusesAClinicInARegionThatIsNotThere() {
        Staff.of(port, "head-office")
                .post()
                .uri("/clinics")
                .body(newClinic("OSL", "reg_00000000000000000000000000"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("regionId");
    }

    /** No currency, gold, a fund, a test code, and a currency of the past. */
    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "CHE", "XTS", "DEM"})
    void refusesACurrencyThatNobodyPaysWith(String currency) {
        Map<String, Object> clinic =
                new HashMap<>(newClinic("CUR", DemoIds.region("EU").value()));
        clinic.put("currency", currency);

        Staff.of(port, "head-office")
                .post()
                .uri("/clinics")
                .body(clinic)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("currency");
    }

    private static Map<String, Object> newClinic(String code, String regionId) {
        return Map.of(
                "code",
                code,
                "name",
                "New clinic",
                "regionId",
                regionId,
                "ownerId",
                DemoIds.owner("NORD").value(),
                "jurisdiction",
                "IT-RM",
                "zone",
                "Europe/Rome",
                "currency",
                "EUR",
                "latitude",
                41.9,
                "longitude",
                12.5,
                "openingHours",
                List.of());
    }

    private int events(String clinic) {
        return eventLog.history(DemoIds.clinic(clinic).value()).size();
    }
}
