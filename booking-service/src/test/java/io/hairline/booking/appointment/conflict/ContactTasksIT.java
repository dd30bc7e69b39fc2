package io.hairline.booking.appointment.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessageFailed;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareReplied;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A message that can't reach its client is a task of the desk until the contact is corrected. */
@OnBooking
class ContactTasksIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    Clock clock;

    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> person;
    private String client;

    @BeforeEach
    void register() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        person = Town.newcomer(clinic);
        client = calls.post(clinic.desk(), "/clients", person).id();
    }

    private void messageFails(@Nullable String appointment) {
        messageFailed(clock.instant(), appointment);
    }

    private void messageFailed(Instant at, @Nullable String appointment) {
        others.tellAt(
                at,
                new MessageFailed(
                        new MessageId(Ids.next(MessageId.PREFIX)),
                        new MessageContext(
                                new ClientId(client),
                                appointment == null ? null : clinic.id(),
                                appointment == null ? null : new AppointmentId(appointment),
                                1,
                                null,
                                "BOOKING_CONFIRMED",
                                "EMAIL"),
                        "ADDRESS_NEEDS_SMTPUTF8"));
    }

    private Answer tasks(String status) {
        return calls.get(clinic.desk(), "/tasks?clinicId=" + clinic.id() + "&status=" + status);
    }

    @Test
    void isOneTaskHoweverManyMessagesFailUntilTheAddressIsCorrected() {
        String id = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)))
                .id();
        messageFails(id);
        messageFails(null);

        Answer open = tasks("OPEN");
        assertThat(open.body().at("/items").size()).as(open.body().toString()).isEqualTo(1);
        assertThat(open.text("/items/0/kind")).isEqualTo("MESSAGE_FAILED");
        assertThat(open.text("/items/0/reasonCode")).isEqualTo("ADDRESS_NEEDS_SMTPUTF8");
        assertThat(open.text("/items/0/clientId")).isEqualTo(client);
        assertThat(open.text("/items/0/toDo")).contains("correct the address");

        calls.post(client, "/appointments/" + id + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        assertThat(tasks("OPEN").body().at("/items").size()).isEqualTo(1);

        person.put("email", "right." + client + "@example.com");
        assertThat(calls.call(clinic.desk(), "PUT", "/clients/" + client, person, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(tasks("OPEN").body().at("/items").isEmpty()).isTrue();
        assertThat(tasks("DONE").text("/items/0/doneBecause")).isEqualTo("CONTACT_CORRECTED");
    }

    @Test
    void isNoTaskForAMessageThatFailedLongAgo() {
        messageFailed(clock.instant().minus(Duration.ofDays(15)), null);

        assertThat(tasks("OPEN").body().at("/items").isEmpty()).isTrue();
    }

    @Test
    void isATaskOfTheHomeClinicIfTheMessageWasAboutNoAppointment() {
        messageFails(null);

        assertThat(tasks("OPEN").text("/items/0/clientId")).isEqualTo(client);
        assertThat(tasks("OPEN").body().at("/items/0/appointment").isNull()).isTrue();
    }

    @Test
    void isNoTaskOfTheContactThatAClientAsksSomething() {
        AftercareReplyId question = new AftercareReplyId(Ids.next(AftercareReplyId.PREFIX));
        MessageId advice = new MessageId(Ids.next(MessageId.PREFIX));
        others.tell(new AftercareReplied(question, advice, new ClientId(client), clinic.id()));

        assertThat(tasks("OPEN").text("/items/0/kind")).isEqualTo("CLIENT_QUESTION");
        assertThat(tasks("OPEN").text("/items/0/clientId")).isEqualTo(client);
        messageFails(null);
        assertThat(tasks("OPEN").body().at("/items").size()).isEqualTo(2);
        person.put("email", "right." + client + "@example.com");
        assertThat(calls.call(clinic.desk(), "PUT", "/clients/" + client, person, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(tasks("OPEN").text("/items/0/kind"))
                .as("a corrected contact answers no question")
                .isEqualTo("CLIENT_QUESTION");

        others.tell(new AftercareAnswered(question, new ClientId(client), clinic.id()));
        assertThat(tasks("OPEN").body().at("/items").isEmpty()).isTrue();
        assertThat(tasks("DONE").body().at("/items").toString()).contains("ANSWERED");
    }
}
