package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceRemoved;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clinic with two chairs and two practitioners, but one laser. */
@OnBooking
class DeviceIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice headOffice;

    private final DeviceId laser = new DeviceId(Ids.next(DeviceId.PREFIX));
    private Calls calls;
    private TestClinic clinic;
    private String client;
    private String other;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 2, 2);
        headOffice.tell(new DeviceInstalled(clinic.id(), laser, Town.LASER, "Laser"));
        client = Town.client(calls, clinic);
        other = Town.client(calls, clinic);
    }

    private Answer book(String whom, int practitioner, Instant start) {
        Map<String, Object> body = clinic.slot(clinic.practitioners().get(practitioner), Town.LASER, start);
        body.put("clientId", whom);
        return calls.post(whom, "/appointments", body);
    }

    private boolean isShown(Instant start) {
        Answer free = calls.get(
                client,
                "/availability?serviceCode=LASER&limit=200&clinicId=" + clinic.id() + "&from=" + clinic.day() + "&to="
                        + clinic.day());
        assertThat(free.status()).as(free.body().toString()).isEqualTo(200);
        return free.body().at("/items").findValuesAsString("startsAt").stream()
                .anyMatch(it -> OffsetDateTime.parse(it).toInstant().equals(start));
    }

    @Test
    void takesTheDeviceWithTheSlotSwapsItWithAMoveAndFreesItWithACancellation() {
        Instant ten = clinic.at(10, 0);
        Answer first = book(client, 0, ten);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(first.text("/deviceId")).isEqualTo(laser.value());

        assertThat(isShown(ten)).isFalse();
        Answer second = book(other, 1, ten);
        assertThat(second.text("/type")).endsWith("/slot-taken");
        assertThat(second.body().at("/alternatives").size()).isEqualTo(3);

        Answer moved = calls.post(
                client,
                "/appointments/" + first.id() + "/reschedule",
                Map.of("startsAt", clinic.at(14, 0).toString(), "reasonCode", "CLIENT_REQUEST"));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(moved.text("/deviceId")).isEqualTo(laser.value());
        assertThat(isShown(ten)).isTrue();
        assertThat(isShown(clinic.at(14, 0))).isFalse();
        assertThat(book(other, 1, ten).status()).isEqualTo(201);

        calls.post(client, "/appointments/" + first.id() + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        assertThat(isShown(clinic.at(14, 0))).isTrue();
    }

    @Test
    void tellsTheDeskWhichAppointmentsLoseTheirDeviceAndShowsNoMoreTimes() {
        Answer booked = book(client, 0, clinic.at(10, 0));
        Answer preview =
                calls.get(clinic.manager(), "/appointments/conflicts?clinicId=" + clinic.id() + "&deviceId=" + laser);
        assertThat(preview.body().path("count").asInt()).isEqualTo(1);

        headOffice.tell(new DeviceRemoved(clinic.id(), laser));

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            Answer tasks = calls.get(clinic.desk(), "/tasks?status=OPEN&clinicId=" + clinic.id());
            assertThat(tasks.body().at("/items").findValuesAsString("reasonCode"))
                    .containsExactly("DEVICE_REMOVED");
        });
        assertThat(calls.get(client, "/appointments/" + booked.id()).text("/status"))
                .isEqualTo("CONFIRMED");
        assertThat(isShown(clinic.at(12, 0))).isFalse();
        Answer refused = book(other, 1, clinic.at(12, 0));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("/device-missing");
    }

    @Test
    void holdsTheDeviceWithTheSlot() {
        Instant ten = clinic.at(10, 0);
        Answer held = calls.post(Town.guest(), "/holds", clinic.slot(Town.LASER, ten));
        assertThat(held.text("/slot/deviceId")).isEqualTo(laser.value());

        assertThat(book(other, 1, ten).text("/type")).endsWith("/slot-taken");

        Answer confirmed = calls.post(
                client,
                "/appointments",
                Map.of("clientId", client, "holdId", held.id(), "holdToken", held.text("/token")));
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        assertThat(confirmed.text("/deviceId")).isEqualTo(laser.value());
    }
}
