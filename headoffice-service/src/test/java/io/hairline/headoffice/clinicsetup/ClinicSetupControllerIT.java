package io.hairline.headoffice.clinicsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.headoffice.Staff;
import io.hairline.headoffice.dashboard.CurrentFigures;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.OnRealServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@OnRealServers
class ClinicSetupControllerIT {

    private static final String MUNICH = "Europe/Berlin";

    @LocalServerPort
    int port;

    @Autowired
    HairlineProperties hairline;

    @Autowired
    CurrentFigures figures;

    @Autowired
    Clock clock;

    @Test
    void correctsWhatWasEnteredWronglyUntilSomethingIsBookedThere() {
        ClinicId clinic = opened();
        correct(clinic, "SETUP-B", MUNICH, "EUR")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SETUP-B")
                .jsonPath("$.zone")
                .isEqualTo(MUNICH)
                .jsonPath("$.currency")
                .isEqualTo("EUR");
        refused(correct(clinic, "BER", MUNICH, "EUR"), 409, "code-taken");
        correct(clinic, "SETUP-B", "Mars/Base", "EUR").expectStatus().isBadRequest();
        correct(clinic, "SETUP-B", MUNICH, "XAU").expectStatus().isBadRequest();
        Staff.of(port, "region-eu")
                .put()
                .uri("/clinics/" + clinic + "/setup")
                .body(Map.of("code", "SETUP-C", "zone", MUNICH, "currency", "EUR"))
                .exchange()
                .expectStatus()
                .isForbidden();

        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            elsewhere.happens(Topics.BOOKING_EVENTS, booked(clinic), 1, clock.instant());
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> figures.countAnythingIn(clinic));

        refused(correct(clinic, "SETUP-C", MUNICH, "EUR"), 409, "clinic-in-use");
        correct(clinic, "SETUP-B", MUNICH, "EUR").expectStatus().isOk();
    }

    private ClinicId opened() {
        String answer = Objects.requireNonNull(Staff.of(port, "head-office")
                .post()
                .uri("/clinics")
                .body(Map.of(
                        "code",
                        "SETUP-A",
                        "name",
                        "Munich",
                        "regionId",
                        DemoIds.region("EU").value(),
                        "ownerId",
                        DemoIds.owner("NORD").value(),
                        "jurisdiction",
                        "DE-BY",
                        "zone",
                        "Europe/London",
                        "currency",
                        "GBP",
                        "latitude",
                        48.1,
                        "longitude",
                        11.5,
                        "openingHours",
                        List.of()))
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseBody());
        return new ClinicId(JsonMapper.shared().readTree(answer).at("/id").asString());
    }

    private AppointmentBooked booked(ClinicId clinic) {
        Instant startsAt = clock.instant().plus(Duration.ofDays(2));
        return new AppointmentBooked(
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                new ClientId(Ids.next(ClientId.PREFIX)),
                new AppointmentSlot(
                        clinic,
                        DemoIds.practitioner(1),
                        new ChairId(Ids.next(ChairId.PREFIX)),
                        "SESSION_1",
                        startsAt,
                        startsAt.plus(Duration.ofHours(2)),
                        LocalDateTime.ofInstant(startsAt, ZoneId.of(MUNICH)),
                        MUNICH),
                null);
    }

    private RestTestClient.ResponseSpec correct(ClinicId clinic, String code, String zone, String currency) {
        return Staff.of(port, "head-office")
                .put()
                .uri("/clinics/" + clinic + "/setup")
                .body(Map.of("code", code, "zone", zone, "currency", currency))
                .exchange();
    }

    private static void refused(RestTestClient.ResponseSpec answer, int status, String problem) {
        assertThat(answer.expectStatus()
                        .isEqualTo(status)
                        .returnResult(String.class)
                        .getResponseBody())
                .contains("/problems/" + problem);
    }
}
