package io.hairline.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnBooking
class BookingIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Test
    void takesAClientFromAFreeSlotToTheEndOfTheAppointment() {
        Calls calls = new Calls(port);
        TestClinic clinic = town.clinic("Europe/London", 1, 1);
        String client = Town.client(calls, clinic);

        Answer free = calls.visit("/availability?serviceCode=TOUCH_UP&clinicId=%s&from=%s&to=%s"
                .formatted(clinic.id(), clinic.day(), clinic.day()));
        assertThat(free.status()).as(free.body().toString()).isEqualTo(200);
        OffsetDateTime startsAt = OffsetDateTime.parse(free.text("/items/0/startsAt"));
        assertThat(startsAt.toInstant()).isEqualTo(clinic.at(9, 0));

        Answer held = calls.post(client, "/holds", clinic.slot("TOUCH_UP", startsAt.toInstant()));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        Answer booked = calls.post(
                client,
                "/appointments",
                Map.of("clientId", client, "holdId", held.id(), "holdToken", held.text("/token")));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(booked.id()).isEqualTo(held.id().replace("hld_", "apt_"));
        assertThat(booked.text("/status")).isEqualTo("CONFIRMED");
        assertThat(booked.text("/localStart")).isEqualTo(clinic.day() + "T09:00:00");
        assertThat(booked.text("/zone")).isEqualTo("Europe/London");

        String other = Town.client(calls, clinic);
        Answer taken = calls.post(other, "/appointments", clinic.slotFor(other, "TOUCH_UP", startsAt.toInstant()));
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("/problems/slot-taken");
        assertThat(taken.body().at("/alternatives").size()).isEqualTo(3);

        Answer moved = calls.post(
                client,
                "/appointments/" + booked.id() + "/reschedule",
                Map.of("startsAt", startsAt.plus(Duration.ofHours(1)).toString(), "reasonCode", "CLIENT_REQUEST"));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(moved.id()).isEqualTo(booked.id());

        Answer cancelled =
                calls.post(client, "/appointments/" + booked.id() + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");

        Answer history = calls.get(client, "/appointments/" + booked.id() + "/history");
        assertThat(history.body().at("/items").findValuesAsString("type"))
                .containsExactly(
                        "booking.SlotHeld.v1",
                        "booking.AppointmentBooked.v1",
                        "booking.AppointmentRescheduled.v1",
                        "booking.AppointmentCancelled.v1");
        assertThat(history.body().at("/items").findValuesAsString("version")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void showsAClientWholeToAClinicTheyVisit() {
        Calls calls = new Calls(port);
        TestClinic home = town.clinic("Europe/London", 1, 1);
        TestClinic away = town.clinic("Europe/Paris", 1, 1);
        String client = Town.client(calls, home);
        String name = calls.get(home.desk(), "/clients/" + client).text("/familyName");
        Answer stranger = calls.get(away.desk(), "/clients/" + client);
        assertThat(stranger.body().at("/masked").asBoolean()).isTrue();
        assertThat(stranger.text("/familyName")).isNotEqualTo(name);

        Answer booked = calls.post(client, "/appointments", away.slotFor(client, "TOUCH_UP", away.at(9, 0)));

        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        Answer visited = calls.get(away.desk(), "/clients/" + client);
        assertThat(visited.body().at("/masked").asBoolean()).isFalse();
        assertThat(visited.text("/familyName")).isEqualTo(name);
    }
}
