package io.hairline.headoffice.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.OnRealServers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@OnRealServers
class CsvControllerIT {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final String HEADER =
            "code,name,region,owner,jurisdiction,zone,currency,latitude,longitude,address,phone,openingHours\n";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clinics",
                "licences",
                "people",
                "practitioners",
                "price-ranges",
                "prices",
                "trainings",
                "working-plans"
            })
    void whatIsExportedChangesNothingWhenItIsImported(String kind) {
        assertThat(export(kind).lines().count()).isGreaterThan(5);
        changesNothing(kind, export(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owners", "policies", "regions"})
    void whatIsExportedOfASmallTableChangesNothingEither(String kind) {
        assertThat(export(kind).lines().count()).isGreaterThan(1);
        changesNothing(kind, export(kind));
    }

    private void changesNothing(String kind, String csv) {
        send(kind, false, csv)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(0)
                .jsonPath("$.changed")
                .isEqualTo(0)
                .jsonPath("$.errors.length()")
                .isEqualTo(0);
    }

    @Test
    void aDryRunNamesEveryWrongLineAndStoresNothing() {
        String csv = HEADER
                + "NEW1,Test One,EU,NORD,DE-BE,Europe/Berlin,EUR,52.5,13.4,,,MON 09:00-18:00\n"
                + "NEW2,Test Two,EUROPE,NORD,DE-BE,Europe/Berlin,EUR,52.5,13.4,,,MON 09:00-18:00\n"
                + "NEW1,Test Three,EU,NORD,DE-BE,Europe/Berlin,EUR,52.5,13.4,,,MON 09:00-18:00\n"
                + "NEW3,Test Four,EU,NORD,DE-BE,Mars/Base,EUR,52.5,north,,0301,MON 9-18\n";

        send("clinics", true, csv)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.errors[0].line")
                .isEqualTo(3)
                .jsonPath("$.errors[0].field")
                .isEqualTo("region")
                .jsonPath("$.errors[1].field")
                .isEqualTo("code")
                .jsonPath("$.errors[2].line")
                .isEqualTo(5);
        send("clinics", false, csv)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/import-refused")
                .jsonPath("$.lines.length()")
                .isEqualTo(3);
        assertThat(export("clinics")).doesNotContain("NEW1");
    }

    @Test
    void aLineWithAWrongNumberOfCellsHidesNoOtherError() {
        send("regions", true, "code,name\nEU\n,Nowhere\nUS,America,3\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(2, 3, 4))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("", "code", ""));
    }

    @Test
    void storesNewAndChangedLinesTogether() {
        String csv = HEADER
                + "CSV1,Csv One,EU,NORD,DE-BE,Europe/Berlin,EUR,52.5,13.4,Street 1,+49301234567,"
                + "MON 09:00-18:00; SAT 10:00-16:00\n"
                + export("clinics")
                        .lines()
                        .filter(it -> it.startsWith("HAM"))
                        .findFirst()
                        .orElseThrow()
                        .replace("Hamburg Altona", "Hamburg Ottensen");

        send("clinics", false, csv)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.changed")
                .isEqualTo(1);
        assertThat(export("clinics")).contains("Hamburg Ottensen", "'+49301234567", "MON 09:00-18:00; SAT 10:00-16:00");
    }

    @Test
    void grantsAndRevokesLicencesAndNamesWhatIsWrongInALine() {
        String columns = "id,practitionerId,jurisdiction,validFrom,validUntil,guest,revokedFor\n";
        String person = DemoIds.practitioner(17).value();
        String line = "," + person + ",US-TX,2026-01-01,2027-01-01,,";
        send("licences", false, columns + line)
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1);
        String known = export("licences")
                .lines()
                .filter(it -> it.endsWith(line))
                .findFirst()
                .orElseThrow();

        send(
                        "licences",
                        true,
                        columns
                                + "," + person + ",US-TX,2026-01-01,2025-01-01,,\n"
                                + "," + person + ",US-TX,soon,2027-01-01,,\n"
                                + ",prc_none,US-TX,2026-01-01,2027-01-01,,\n"
                                + known.replace("US-TX", "US-NJ") + "\n"
                                + line + "LOST\n"
                                + "," + person + ",US-TX,2026-01-01,2027-01-01,true,\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(2, 3, 4, 5, 6, 7))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("validUntil", "validFrom", "practitionerId", "id", "revokedFor", "guest"));
        send("licences", false, columns + known + "GIVEN_UP")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(1);
        assertThat(export("licences")).contains(known + "GIVEN_UP");
        send("licences", true, columns + known)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("revokedFor");
    }

    @Test
    void opensAndRenamesRegionsAndOwners() {
        send("regions", false, "code,name\nCSVR,From a file\n")
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1);
        send("regions", false, "code,name\nCSVR,Renamed\n")
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(1);
        send("owners", true, "code,companyName\nCSVO,A company\nx,B\n")
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo("code");
        assertThat(export("regions")).contains("CSVR,Renamed");
        assertThat(export("owners")).doesNotContain("CSVO");
    }

    @Test
    void enrolsPeopleWithTheirRolesAndTakesOffWhatALineNoLongerNames() {
        String columns = "login,enrolledIn,roles\n";
        send("people", false, columns + "csv.person,BER,FRONT_DESK BER; CLINIC_MANAGER HAM\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1);
        assertThat(export("people")).contains("csv.person,BER,FRONT_DESK BER; CLINIC_MANAGER HAM");
        send("people", false, columns + "csv.person,BER,REGION_MANAGER EU\n")
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(1);
        assertThat(export("people")).contains("csv.person,BER,REGION_MANAGER EU");
        send("people", false, "login\ncsv.person\n")
                .expectBody()
                .jsonPath("$.unchanged")
                .isEqualTo(1);
        send(
                        "people",
                        true,
                        columns
                                + "csv.one,BER,FRONT_DESK NOWHERE\n"
                                + "csv.two,BER,CAPTAIN BER\n"
                                + "csv.three,BER,PRACTITIONER BER\n"
                                + "csv.person,HAM,REGION_MANAGER EU\n"
                                + "head-office,,FRONT_DESK BER\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(2, 3, 4, 5, 6))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("roles", "roles", "roles", "enrolledIn", ""));
    }

    @Test
    void setsAWorkingPlanAsAWhole() {
        String columns = "practitionerId,displayName,plan\n";
        String line = export("working-plans")
                .lines()
                .filter(it -> it.startsWith(DemoIds.practitioner(14).value()))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("DUB TUE");
        String person = line.substring(0, line.indexOf("DUB"));

        send("working-plans", false, columns + person + "DUB MON 09:00-12:00; LON\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(1);
        assertThat(export("working-plans")).contains(person + "DUB MON 09:00-12:00; LON");
        send("working-plans", true, columns + person + "DUB MON 09:00-12:00\n")
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("plan");
        send("working-plans", true, columns + person + "DUB MON 09:00-12:00; LON MON 11:00-12:00\n")
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(0);
        send("working-plans", true, columns + person + "DUB MON 9-12; LON\n")
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("plan");
    }

    @Test
    void publishesALayerOfThePolicyAndRefusesAnImpossibleOne() {
        send("policies", false, "layer,holdMinutes\nCLINIC MAN,25\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1);
        assertThat(export("policies").lines().filter(it -> it.startsWith("CLINIC MAN")))
                .singleElement()
                .satisfies(it -> assertThat(it).contains(",25,"));
        send("policies", true, "layer,contraindications\nREGION US,BOTOX WAIT 90; KELOIDS WARN\nREGION EU,BOTOX SOON\n")
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo("contraindications");
        assertThat(export("policies").lines().filter(it -> it.startsWith("BRAND")))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("BOTOX WAIT 60", "KELOIDS BLOCK"));
        send(
                        "policies",
                        true,
                        "layer,stockLowBelowPercent,stockExpiryWarningDays,fadedMonths\n"
                                + "REGION US,25,45,\nREGION EU,25,,\nREGION UKI,,,24\n")
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("stockExpiryWarningDays", "touchUpDueMonths"));
        assertThat(export("policies").lines().filter(it -> it.startsWith("BRAND")))
                .singleElement()
                .satisfies(it -> assertThat(it).contains(",48,12,6,6,24,72,6,18,24,20,30,"));
        send(
                        "policies",
                        true,
                        "layer,from,holdMinutes,depositPercent\n"
                                + "CLINIC MAN,2020-01-01,30,\n"
                                + "CLINIC NOWHERE,,30,\n"
                                + "REGION EU,,1000,\n"
                                + "REGION US,,30,5\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(2, 3, 4, 5))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("from", "layer", "holdMinutes", "depositMinimum"));
    }

    @Test
    void setsThePricesOfACurrencyByZonesDensityAndNumbing() {
        String columns = "code,currency,validFrom,price,zones,densities,numbing\n";
        send(
                        "prices",
                        false,
                        "code,minutes,preparationMinutes,cleaningMinutes,practitionerExtraMinutes,price,currency\n"
                                + "HAIRLINE,60,0,0,0,100.00,CHF\n")
                .expectStatus()
                .isOk();

        send(
                        "price-ranges",
                        true,
                        columns
                                + "HAIRLINE,JPY,,100.50,,,\n"
                                + "HAIRLINE,CHF,,110.00,7 50.00; 4 20.00,,\n"
                                + "HAIRLINE,CHF,2099-01-01,110.00,4:20,,\n"
                                + "NOTHING,CHF,,110.00,,,\n"
                                + "HAIRLINE,CHF,,110.00,,,\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(2, 3, 4, 5, 6))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("price", "zones", "zones", "code", "code"));
        String lines = "HAIRLINE,CHF,,110.00,4 20.00; 7 50.00,60 15.50,30.00\n"
                + "HAIRLINE,CHF,2099-01-01,120.00,,,\n"
                + "HAIRLINE,JPY,,16000,4 2500,,\n";
        send("price-ranges", true, columns + lines).expectStatus().isOk();
        assertThat(export("price-ranges")).doesNotContain("HAIRLINE");
        send("price-ranges", false, columns + lines)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(3);

        assertThat(export("price-ranges").replace("\r", "")).contains(lines);
        assertThat(export("prices")).contains("HAIRLINE,60,0,0,0,110.00,CHF");
        Staff.of(port, "head-office")
                .get()
                .uri("/services?limit=200")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.code == 'HAIRLINE')].prices[0].densities[0].extra.amount")
                .isEqualTo("15.50");
    }

    @Test
    void refusesAnUnknownKindAnEmptyFileAndOtherRoles() {
        send("chairs", true, "code\nX")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("kind");
        send("prices", true, " ")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("file");
        Staff.of(port, "region-us")
                .get()
                .uri("/exports/prices.csv")
                .exchange()
                .expectStatus()
                .isForbidden();
        Staff.of(port, "head-office")
                .get()
                .uri("/exports/chairs.csv")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private RestTestClient.ResponseSpec send(String kind, boolean dryRun, String csv) {
        return Staff.of(port, "head-office")
                .post()
                .uri("/imports?kind=" + kind + "&dryRun=" + dryRun)
                .contentType(CSV)
                .body(csv.getBytes(UTF_8))
                .exchange();
    }

    private String export(String kind) {
        return Objects.requireNonNull(Staff.of(port, "head-office")
                .get()
                .uri("/exports/" + kind + ".csv")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody());
    }
}
