package io.hairline.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDetailsChanged;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A secret link that a calendar program reads without a token, until it is revoked. */
@OnBooking
class CalendarIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice headOffice;

    private Calls calls;
    private TestClinic clinic;
    private String client;
    private String appointment;

    @BeforeEach
    void book() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        client = Town.client(calls, clinic);
        appointment = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)))
                .id();
    }

    private HttpResponse<String> read(Answer link) throws IOException, InterruptedException {
        String path = URI.create(link.text("/url")).getPath();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void showsAClientsAppointmentsUntilTheLinkIsRevoked() throws Exception {
        Answer link = calls.post(client, "/calendar-links", Map.of("clientId", client));
        assertThat(link.status()).as(link.body().toString()).isEqualTo(201);
        assertThat(calls.post(client, "/calendar-links", Map.of("clientId", client))
                        .text("/url"))
                .isEqualTo(link.text("/url"));

        HttpResponse<String> feed = read(link);

        assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(feed.body())
                .contains("UID:" + appointment + "@hairline", "DTSTART;TZID=Europe/London:")
                .doesNotContain("Ada");
        calls.post(client, "/appointments/" + appointment + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        assertThat(read(link).body()).contains("BEGIN:VCALENDAR").doesNotContain(appointment);
        assertThat(calls.call(client, "DELETE", "/calendar-links/" + link.id(), null, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(read(link).statusCode()).isEqualTo(404);
        assertThat(calls.post(client, "/calendar-links", Map.of("clientId", client))
                        .text("/url"))
                .isNotEqualTo(link.text("/url"));
    }

    @Test
    void saysInTheClientsLanguageWhereToGoAndWhomToCall() throws Exception {
        headOffice.tell(
                new ClinicDetailsChanged(clinic.id(), "Soho", "1 Frith Street, London", "+442071234567", 51.5, -0.1));
        Map<String, Object> german = new HashMap<>(Town.newcomer(clinic));
        german.put("language", "de");
        String client = calls.post(clinic.desk(), "/clients", german).id();
        calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(14, 0)));

        Answer link = calls.post(client, "/calendar-links", Map.of("clientId", client));

        assertThat(read(link).body().replace("\r\n ", ""))
                .contains("SUMMARY:Hairline: Auffrischung")
                .contains("LOCATION:Soho\\, 1 Frith Street\\, London")
                .contains("DESCRIPTION:Telefon +442071234567");
    }

    @Test
    void showsAPractitionersAppointmentsToTheClinicsStaff() throws Exception {
        Map<String, String> practitioner =
                Map.of("practitionerId", clinic.practitioner().value());
        Answer link = calls.post(clinic.desk(), "/calendar-links", practitioner);

        assertThat(read(link).body()).contains(appointment).doesNotContain(client);
        TestClinic other = town.clinic("Europe/London", 1, 1);
        assertThat(calls.post(other.desk(), "/calendar-links", practitioner).status())
                .isEqualTo(404);
        assertThat(calls.post(client, "/calendar-links", practitioner).status()).isEqualTo(404);
        assertThat(calls.call(other.desk(), "DELETE", "/calendar-links/" + link.id(), null, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isEachClientsOwn() {
        String stranger = Town.client(calls, clinic);
        for (String caller : new String[] {stranger, clinic.desk()}) {
            assertThat(calls.post(caller, "/calendar-links", Map.of("clientId", client))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(calls.post(client, "/calendar-links", Map.of()).text("/errors/0/field"))
                .isEqualTo("clientId");
    }

    @Test
    void showsAClinicsDays() {
        String date = calls.get(clinic.desk(), "/appointments/" + appointment)
                .text("/localStart")
                .substring(0, 10);
        String path = "/clinics/" + clinic.id().value() + "/calendar?from=" + date + "&to=";

        Answer days = calls.get(clinic.desk(), path + LocalDate.parse(date).plusDays(1));

        assertThat(days.status()).as(days.body().toString()).isEqualTo(200);
        assertThat(days.body().at("/days").size()).isEqualTo(2);
        assertThat(days.text("/days/0/appointments/0/id")).isEqualTo(appointment);
        assertThat(days.text("/days/0/open/0/from")).startsWith(date);
        assertThat(days.text("/days/0/shifts/0/practitionerId"))
                .isEqualTo(clinic.practitioner().value());
        assertThat(calls.get(client, path + date).status()).isEqualTo(403);
        assertThat(calls.get(town.clinic("Europe/London", 1, 1).desk(), path + date)
                        .status())
                .isEqualTo(404);
        for (LocalDate to : List.of(
                LocalDate.parse(date).minusDays(1), LocalDate.parse(date).plusDays(14))) {
            assertThat(calls.get(clinic.desk(), path + to).text("/errors/0/field"))
                    .isEqualTo("to");
        }
    }
}
