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
    @ValueSource(strings = {"clinics", "licences", "practitioners", "prices"})
    void whatIsExportedChangesNothingWhenItIsImported(String kind) {
        String csv = export(kind);

        assertThat(csv.lines().count()).isGreaterThan(5);
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
        String columns = "id,practitionerId,jurisdiction,validFrom,validUntil,revokedFor\n";
        String person = DemoIds.practitioner(17).value();
        String line = "," + person + ",US-TX,2026-01-01,2027-01-01,";
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
                                + "," + person + ",US-TX,2026-01-01,2025-01-01,\n"
                                + "," + person + ",US-TX,soon,2027-01-01,\n"
                                + ",prc_none,US-TX,2026-01-01,2027-01-01,\n"
                                + known.replace("US-TX", "US-NJ") + "\n"
                                + line + "LOST\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.errors[*].line")
                .isEqualTo(List.of(2, 3, 4, 5, 6))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("validUntil", "validFrom", "practitionerId", "id", "revokedFor"));
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
