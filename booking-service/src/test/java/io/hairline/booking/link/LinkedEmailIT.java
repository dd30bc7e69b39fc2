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
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The link of a letter confirms the address that the letter went to, and no other. */
@OnBooking
class LinkedEmailIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    MongoTemplate mongo;

    private final String secret = Ids.next("secret");
    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> person;
    private String client;

    @BeforeEach
    void write() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        person = Town.newcomer(clinic);
        client = calls.post(clinic.desk(), "/clients", person).id();
        letter(secret, 1, "EMAIL_CONFIRMATION", null);
    }

    @AfterEach
    void forgetWrongTries() {
        mongo.getCollection("link_attempts").deleteMany(new Document());
    }

    private void letter(String itsSecret, long contactVersion, String template, @Nullable AppointmentId appointment) {
        others.tell(new MessageSent(
                new MessageId(Ids.next(MessageId.PREFIX)),
                new MessageContext(new ClientId(client), clinic.id(), appointment, 0, null, template, "EMAIL"),
                Instant.now(),
                new LetterLink(LetterLink.digestOf(itsSecret), contactVersion)));
    }

    private Answer confirm(String with) {
        return calls.call(Town.guest(), "POST", "/email-confirmation", null, Map.of("Email-Link", with));
    }

    private boolean isConfirmed() {
        return calls.get(client, "/clients/" + client)
                .body()
                .path("emailConfirmed")
                .asBoolean();
    }

    @Test
    void confirmsTheAddressForWhoHasTheLink() {
        assertThat(isConfirmed()).isFalse();

        Answer confirmed = confirm(secret);

        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(200);
        assertThat(confirmed.body().toString()).isEqualTo("{\"emailConfirmed\":true}");
        assertThat(isConfirmed()).isTrue();
        assertThat(confirm(secret).status()).as("a second time").isEqualTo(200);
        assertThat(calls.get(client, "/clients/" + client).text("/version")).isEqualTo("2");
        assertThat(mongo.getCollection(EmailLink.COLLECTION).find().into(new ArrayList<>()))
                .isNotEmpty()
                .noneMatch(it -> it.toJson().contains(secret));
    }

    @Test
    void confirmsNothingForOthers() {
        String another = Ids.next("secret");
        letter(another, 1, "READINESS_BLOCKED", null);

        for (String wrong : new String[] {"another", LetterLink.digestOf(secret), another}) {
            assertThat(confirm(wrong).status()).as(wrong).isEqualTo(404);
        }
        assertThat(calls.call(Town.guest(), "POST", "/email-confirmation", null, Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(calls.call(clinic.desk(), "POST", "/email-confirmation", null, Map.of("Email-Link", secret))
                        .status())
                .isEqualTo(403);
        assertThat(isConfirmed()).isFalse();
    }

    @Test
    void endsWithTheAddress() {
        person.put("email", "new." + client + "@example.com");
        assertThat(calls.call(client, "PUT", "/clients/" + client, person, Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(confirm(secret).status()).isEqualTo(404);
        String late = Ids.next("secret");
        letter(late, 1, "EMAIL_CONFIRMATION", null);
        assertThat(confirm(late).status())
                .as("a letter that was on its way to the old address")
                .isEqualTo(404);
        assertThat(isConfirmed()).isFalse();
        String renewed = Ids.next("secret");
        letter(renewed, 2, "EMAIL_CONFIRMATION", null);
        assertThat(confirm(renewed).status()).isEqualTo(200);
        assertThat(isConfirmed()).isTrue();
    }

    @Test
    void isKnownByAChangeThroughAnAppointmentsLetterAsWell() {
        String appointment = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)))
                .id();
        String itsSecret = Ids.next("secret");
        letter(itsSecret, 1, "BOOKING_CONFIRMED", new AppointmentId(appointment));
        assertThat(confirm(itsSecret).status()).as("another kind of link").isEqualTo(404);
        assertThat(isConfirmed()).isFalse();

        Answer moved = calls.call(
                Town.guest(),
                "POST",
                "/linked-appointment/reschedule",
                Map.of("startsAt", clinic.at(14, 0).atOffset(ZoneOffset.UTC).toString()),
                Map.of("Appointment-Link", itsSecret));

        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(isConfirmed()).isTrue();
    }
}
