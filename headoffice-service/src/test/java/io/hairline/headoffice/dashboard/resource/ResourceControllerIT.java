package io.hairline.headoffice.dashboard.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.headoffice.Staff;
import io.hairline.headoffice.dashboard.DublinBookings;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Practitioners 13 and 14 work in Dublin, the first from Monday to Friday for eight and a half hours a day. */
@OnRealServers
class ResourceControllerIT {

    private static final ClinicId DUBLIN = DemoIds.clinic("DUB");
    private static final PractitionerId AOIFE = DemoIds.practitioner(13);

    @LocalServerPort
    int port;

    @Autowired
    HairlineProperties hairline;

    @Test
    void countsAnAppointmentForItsPractitionerAndItsChair() {
        RestTestClient manager = Staff.of(port, "manager-dub");
        String week = "clinicId=" + DUBLIN + "&from=2036-03-03&to=2036-03-09";
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            elsewhere.happens(
                    Topics.BOOKING_EVENTS,
                    booked(LocalDateTime.parse("2036-03-04T10:00:00")),
                    1,
                    Instant.parse("2036-03-03T12:00:00Z"));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(practitioner(figures(manager, week), AOIFE)
                                .path("bookedMinutes")
                                .asLong())
                        .isEqualTo(90));

        JsonNode figures = figures(manager, week);
        assertThat(figures.at("/comparedWith/from").asString()).isEqualTo("2036-02-25");
        assertThat(figures.at("/comparedWith/to").asString()).isEqualTo("2036-03-02");
        JsonNode aoife = practitioner(figures, AOIFE);
        assertThat(aoife.path("displayName").asString()).isEqualTo("Aoife M.");
        assertThat(aoife.path("availableMinutes").asLong()).isEqualTo(5 * 510);
        assertThat(value(aoife, "utilisation")).isEqualTo("3.5");
        assertThat(value(aoife, "bookings")).isEqualTo("1");
        JsonNode chair = figures.path("chairs")
                .valueStream()
                .filter(it -> it.path("chairId")
                        .asString()
                        .equals(DemoIds.chair("DUB", 1).value()))
                .findFirst()
                .orElseThrow();
        assertThat(chair.path("bookedMinutes").asLong()).isEqualTo(90);
        assertThat(chair.path("availableMinutes").asLong()).isPositive();
        assertThat(chair.path("tiles").valueStream().map(it -> it.path("key").asString()))
                .contains("utilisation");
        assertThat(practitioner(figures, DemoIds.practitioner(14))
                        .path("bookedMinutes")
                        .asLong())
                .isZero();
        for (String whose : new String[] {"practitionerId=" + AOIFE, "chairId=" + DemoIds.chair("DUB", 1)}) {
            JsonNode events = Staff.read(manager, "/dashboard/utilisation/events?" + week + "&" + whose);
            assertThat(events.path("items")
                            .valueStream()
                            .map(it -> it.path("amount").asInt()))
                    .containsExactly(90);
        }
        assertThat(Staff.read(
                                manager,
                                "/dashboard/utilisation/events?" + week + "&practitionerId=" + DemoIds.practitioner(14))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void showsPractitionersThemselvesAlone() {
        RestTestClient aoife = Staff.of(port, "practitioner-13");
        String dublin = "clinicId=" + DUBLIN + "&from=2036-05-05&to=2036-05-11";

        JsonNode own = figures(aoife, dublin);
        assertThat(own.path("practitioners")
                        .valueStream()
                        .map(it -> it.path("practitionerId").asString()))
                .containsExactly(AOIFE.value());
        assertThat(own.path("chairs")).isEmpty();
        assertThat(status("practitioner-13", dublin + "&practitionerId=" + DemoIds.practitioner(14)))
                .isEqualTo(404);
        assertThat(status("practitioner-13", "clinicId=" + DemoIds.clinic("BER")))
                .isEqualTo(404);
    }

    @Test
    void showsManagersTheirOwnClinics() {
        String dublin = "clinicId=" + DUBLIN;

        assertThat(status("region-uki", dublin)).isEqualTo(200);
        assertThat(status("head-office", dublin)).isEqualTo(200);
        assertThat(status("manager-ber", dublin)).isEqualTo(404);
        assertThat(status("desk-dub", dublin)).isEqualTo(403);
        assertThat(status("head-office", "clinicId=cln_01kbpkmj5nrwrxqyc7t29s2htv"))
                .isEqualTo(404);
        assertThat(status("head-office", dublin + "&from=2036-05-05&to=2036-05-04"))
                .isEqualTo(400);
        assertThat(status("head-office", "from=2036-05-05")).isEqualTo(400);
        new Api(port)
                .visitor()
                .get()
                .uri("/dashboard/resources?" + dublin)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private static AppointmentBooked booked(LocalDateTime start) {
        return DublinBookings.at(start, AOIFE, "SESSION_1");
    }

    private static JsonNode practitioner(JsonNode figures, PractitionerId id) {
        return figures.path("practitioners")
                .valueStream()
                .filter(it -> it.path("practitionerId").asString().equals(id.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String value(JsonNode of, String key) {
        return of.path("tiles")
                .valueStream()
                .filter(it -> it.path("key").asString().equals(key))
                .map(it -> it.path("value").asString())
                .findFirst()
                .orElseThrow();
    }

    private int status(String login, String query) {
        return Staff.of(port, login)
                .get()
                .uri("/dashboard/resources?" + query)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private static JsonNode figures(RestTestClient client, String query) {
        return Staff.read(client, "/dashboard/resources?" + query);
    }
}
