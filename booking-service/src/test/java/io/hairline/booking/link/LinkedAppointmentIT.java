package io.hairline.booking.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** The link in a letter opens one appointment to its holder, until the contact changes or the appointment is over. */
@OnBooking
class LinkedAppointmentIT {

    private static final String LINKED = "/linked-appointment";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    MongoTemplate mongo;

    private final String guest = Ids.next("gst");
    private final String secret = Ids.next("secret");
    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> person;
    private String client;
    private String appointment;

    @BeforeEach
    void bookAndWrite() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        person = Town.newcomer(clinic);
        client = calls.post(clinic.desk(), "/clients", person).id();
        appointment = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)))
                .id();
        letter(secret, 1);
    }

    private void letter(String itsSecret, long contactVersion) {
        others.tell(new MessageSent(
                new MessageId(Ids.next(MessageId.PREFIX)),
                new MessageContext(
                        new ClientId(client),
                        clinic.id(),
                        new AppointmentId(appointment),
                        1,
                        null,
                        "BOOKING_CONFIRMED",
                        "EMAIL"),
                Instant.now(),
                new LetterLink(LetterLink.digestOf(itsSecret), contactVersion)));
    }

    private Answer call(String method, String path, @Nullable Object body, String with) {
        return calls.call(guest, method, LINKED + path, body, Map.of("Appointment-Link", with));
    }

    private Answer get(String with) {
        return call("GET", "", null, with);
    }

    @Test
    void showsMovesAndCancelsWithTheCostKnownBefore() {
        Answer seen = get(secret);
        assertThat(seen.status()).as(seen.body().toString()).isEqualTo(200);
        assertThat(seen.id()).isEqualTo(appointment);
        assertThat(seen.body().toString()).doesNotContain(client, String.valueOf(person.get("email")));

        Answer moved = call(
                "POST",
                "/reschedule",
                Map.of("startsAt", clinic.at(14, 0).atOffset(ZoneOffset.UTC).toString()),
                secret);
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(moved.text("/localStart")).endsWith("T14:00:00");

        assertThat(call("GET", "/cancellation-cost", null, secret).text("/rule/code"))
                .isEqualTo("NOTHING_PAID");
        assertThat(call("POST", "/cancel", null, secret).text("/status")).isEqualTo("CANCELLED");
        assertThat(calls.get(client, "/appointments/" + appointment).text("/status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void offersTimesThatOverlapTheOneItMovesAndNoneOfTheClientsOthers() {
        TestClinic elsewhere = town.clinic("Europe/London", 1, 1);
        Answer other = calls.post(client, "/appointments", elsewhere.slotFor(client, "TOUCH_UP", clinic.at(15, 0)));
        assertThat(other.status()).as(other.body().toString()).isEqualTo(201);

        assertThat(free(call("GET", days(), null, secret)))
                .contains("T10:00:00", "T10:15:00", "T13:00:00")
                .doesNotContain("T14:45:00", "T15:00:00", "T15:15:00");
        assertThat(free(calls.get(
                        guest,
                        "/availability?serviceCode=TOUCH_UP&clinicId=%s&from=%s&to=%s&limit=200"
                                .formatted(clinic.id(), clinic.day(), clinic.day()))))
                .as("what anybody sees says nothing about this client")
                .contains("T15:00:00")
                .doesNotContain("T10:00:00", "T10:15:00");
        assertThat(call("POST", "/reschedule", Map.of("startsAt", utc(10, 15)), secret)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void offersNothingToOthersAndNamesWhatIsWrong() {
        assertThat(call("GET", days(), null, "another").status()).isEqualTo(404);
        assertThat(calls.call(guest, "GET", LINKED + days(), null, Map.of()).status())
                .isEqualTo(400);
        assertThat(calls.call(clinic.desk(), "GET", LINKED + days(), null, Map.of("Appointment-Link", secret))
                        .status())
                .isEqualTo(403);
        Answer backwards = call(
                "GET",
                "/availability?from=%s&to=%s"
                        .formatted(clinic.day(), clinic.day().minusDays(1)),
                null,
                secret);
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(backwards.body().toString()).contains("\"to\"");
        mongo.getCollection("link_attempts").deleteMany(new org.bson.Document());
    }

    @Test
    void namesTimesThatOverlapTheOneItMovesWhereTheWantedOneIsGone() {
        String another =
                calls.post(clinic.desk(), "/clients", Town.newcomer(clinic)).id();
        assertThat(calls.post(another, "/appointments", clinic.slotFor(another, "TOUCH_UP", clinic.at(14, 0)))
                        .status())
                .isEqualTo(201);

        Answer gone = call("POST", "/reschedule", Map.of("startsAt", utc(11, 45)), secret);

        assertThat(gone.problem()).isEqualTo("/problems/slot-taken");
        assertThat(gone.body().path("alternatives").valueStream().map(LinkedAppointmentIT::time))
                .isNotEmpty()
                .allMatch(it -> it.compareTo("T10:00:00") > 0 && it.compareTo("T12:00:00") < 0);
    }

    private String days() {
        return "/availability?from=%s&to=%s&limit=200".formatted(clinic.day(), clinic.day());
    }

    private String utc(int hour, int minute) {
        return clinic.at(hour, minute).atOffset(ZoneOffset.UTC).toString();
    }

    private static List<String> free(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(LinkedAppointmentIT::time)
                .toList();
    }

    private static String time(JsonNode slot) {
        String local = slot.path("localStart").asString();
        return local.substring(local.indexOf('T'));
    }

    @Test
    void opensOnlyItsOwnAppointmentAndOnlyByItsSecret() {
        String another = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(14, 0)))
                .id();

        assertThat(get(secret).id()).isEqualTo(appointment).isNotEqualTo(another);
        assertThat(get(LetterLink.digestOf(secret)).status()).isEqualTo(404);
        assertThat(calls.call(guest, "GET", LINKED, null, Map.of()).status()).isEqualTo(400);
        assertThat(calls.call(clinic.desk(), "GET", LINKED, null, Map.of("Appointment-Link", secret))
                        .status())
                .isEqualTo(403);
        assertThat(mongo.getCollection(AppointmentLink.COLLECTION).find().into(new java.util.ArrayList<>()))
                .isNotEmpty()
                .noneMatch(it -> it.toJson().contains(secret));
    }

    @Test
    void endsWithAnotherContact() {
        person.put("email", "new." + client + "@example.com");
        assertThat(calls.call(clinic.desk(), "PUT", "/clients/" + client, person, Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(get(secret).status()).isEqualTo(404);
        String late = Ids.next("secret");
        letter(late, 1);
        assertThat(get(late).status())
                .as("a letter that was on its way to the old address")
                .isEqualTo(404);
        String renewed = Ids.next("secret");
        letter(renewed, 2);
        assertThat(get(renewed).status()).isEqualTo(200);
    }

    @Test
    void endsWithTheAppointment() {
        mongo.getCollection("appointments")
                .updateOne(
                        new org.bson.Document("_id", appointment),
                        new org.bson.Document(
                                "$set",
                                new org.bson.Document(
                                        "slot.endsAt",
                                        java.util.Date.from(Instant.now().minusSeconds(1)))));

        assertThat(get(secret).status()).isEqualTo(404);
    }

    @Test
    void isNotGuessedAndNotUsedWithoutEnd() {
        for (int change = 0; change < 10; change++) {
            int hour = change % 2 == 0 ? 14 : 10;
            assertThat(call(
                                    "POST",
                                    "/reschedule",
                                    Map.of(
                                            "startsAt",
                                            clinic.at(hour, 0)
                                                    .atOffset(ZoneOffset.UTC)
                                                    .toString()),
                                    secret)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(call("POST", "/cancel", null, secret).status()).isEqualTo(429);

        int last = 0;
        for (int guess = 0; guess <= 30; guess++) {
            last = get("guess" + guess).status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(get(secret).status()).as("from an address that guesses").isEqualTo(429);
        mongo.getCollection("link_attempts").deleteMany(new org.bson.Document());
    }
}
