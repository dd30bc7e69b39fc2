package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.time.DemoClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnNotification
class NotificationIT {

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    DemoClock demoClock;

    /** The first two o'clock in the afternoon of the clinic from then on: far from its quiet hours. */
    private Instant afternoon(TestClinic clinic, Duration ahead) {
        ZonedDateTime earliest = others.now().plus(ahead).atZone(clinic.zone());
        ZonedDateTime sameDay = earliest.with(LocalTime.of(14, 0));
        return (sameDay.isBefore(earliest) ? sameDay.plusDays(1) : sameDay).toInstant();
    }

    @Test
    void remindsOnceInTheClientsLanguageByTheClinicsClock() {
        TestClinic berlin = others.clinic("Hairline Berlin", "Europe/Berlin");
        ClientContact ada = others.client("de");
        Instant startsAt = afternoon(berlin, Duration.ofHours(26));
        AppointmentBooked booked = berlin.booked(ada.clientId(), startsAt);
        others.tell(booked, ada.clientId().value(), others.now());

        assertThat(statuses(ada, "REMINDER_24_HOURS", "EMAIL")).containsExactly("PLANNED");
        demoClock.moveTo(startsAt.minus(Duration.ofHours(24)).plusSeconds(1));
        others.tick();

        others.awaitStatus(ada, "BOOKING_CONFIRMED", "EMAIL", "SENT");
        others.awaitStatus(ada, "REMINDER_24_HOURS", "EMAIL", "SENT");
        others.awaitStatus(ada, "REMINDER_24_HOURS", "IN_APP", "DELIVERED");
        assertThat(Mailbox.of(ada))
                .hasSize(2)
                .filteredOn(it -> Mailbox.subject(it).equals("Morgen: Erste Sitzung, Hairline Berlin"))
                .singleElement()
                .satisfies(it -> assertThat(GreenMailUtil.getBody(it)).contains("Ihr Platz ist"));
    }

    @Test
    void neverRemindsOfWhatWasCancelledInTime() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en-GB");
        Instant startsAt = afternoon(clinic, Duration.ofHours(3));
        AppointmentBooked booked = clinic.booked(ada.clientId(), startsAt);
        others.tell(booked, ada.clientId().value(), others.now());
        demoClock.moveTo(startsAt.minus(Duration.ofHours(2)).plusSeconds(1));

        others.tell(
                TestClinic.cancelled(booked),
                "test",
                startsAt.minus(Duration.ofHours(2)).minusSeconds(1));
        others.tick();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(statuses(ada, "APPOINTMENT_CANCELLED", "EMAIL"))
                        .containsExactly("SENT"));
        assertThat(statuses(ada, "REMINDER_2_HOURS", "EMAIL")).containsExactly("SUPERSEDED");
    }

    @Test
    void waitsUntilAllThatWasSaidBeforeIsHeard() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        demoClock.moveTo(afternoon(clinic, Duration.ZERO));
        AppointmentBooked booked = clinic.booked(ada.clientId(), others.now().plus(Duration.ofHours(30)));
        Instant bookedAt = others.now();
        others.tell(booked, ada.clientId().value(), bookedAt);
        others.tick(Topics.BOOKING_EVENTS, bookedAt);

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .untilAsserted(() ->
                        assertThat(statuses(ada, "BOOKING_CONFIRMED", "EMAIL")).containsExactly("PLANNED"));
        others.tick();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(statuses(ada, "BOOKING_CONFIRMED", "EMAIL")).containsExactly("SENT"));
    }

    @Test
    void followsAnAppointmentToItsNewTimeAndBack() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        Instant first = others.now().plus(Duration.ofDays(20));
        AppointmentBooked booked = clinic.booked(ada.clientId(), first);
        others.tell(booked);
        var later = clinic.slot(first.plus(Duration.ofDays(1)));
        others.tell(new AppointmentRescheduled(
                booked.appointmentId(), ada.clientId(), booked.slot(), later, "CLIENT_REQUEST"));

        assertThat(statuses(ada, "REMINDER_2_HOURS", "EMAIL")).containsExactlyInAnyOrder("SUPERSEDED", "PLANNED");
        others.tell(new AppointmentRescheduled(
                booked.appointmentId(), ada.clientId(), later, booked.slot(), "CLIENT_REQUEST"));

        assertThat(messages(ada))
                .filteredOn(it -> it.at("/template").asString().equals("REMINDER_2_HOURS")
                        && it.at("/channel").asString().equals("EMAIL"))
                .extracting(it ->
                        it.at("/status").asString() + " " + it.at("/plannedFor").asString())
                .containsExactlyInAnyOrder(
                        "PLANNED " + first.minus(Duration.ofHours(2)),
                        "SUPERSEDED " + later.startsAt().minus(Duration.ofHours(2)));
    }

    private List<String> statuses(ClientContact client, String template, String channel) {
        return messages(client).stream()
                .filter(it -> it.at("/template").asString().equals(template)
                        && it.at("/channel").asString().equals(channel))
                .map(it -> it.at("/status").asString())
                .toList();
    }

    private List<JsonNode> messages(ClientContact client) {
        JsonNode items = new Calls(port)
                .get(client.clientId().value(), "/messages?limit=200&clientId=" + client.clientId())
                .body()
                .at("/items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
