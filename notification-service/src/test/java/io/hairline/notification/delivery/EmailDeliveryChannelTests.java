package io.hairline.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.Ids;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.delivery.DeliveryChannel.Outcome;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import io.hairline.notification.rendering.RenderedMessage;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server is told of the address that somebody registered with. */
class EmailDeliveryChannelTests {

    private static final RenderedMessage LETTER = new RenderedMessage("Gebucht: Łódź", "Text", "<p>Text</p>", null);

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "Ada.O'Neil+smp@Example.com, Ada.O'Neil+smp@example.com",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@straße.example, ada@xn--strae-oqa.example",
    })
    void sendsToTheAddressThatWasRegistered(String registered, String envelope) throws Exception {
        try (RecordingMailServer server = RecordingMailServer.start(false)) {
            assertThat(send(server, registered)).isInstanceOf(Outcome.Accepted.class);

            assertThat(server.recipients()).containsExactly(envelope);
            assertThat(server.senders()).singleElement().asString().doesNotContain("SMTPUTF8");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "łukasz.x@example.com, łukasz.x@example.com",
        "用户@例子.example, 用户@xn--fsqu00a.example",
    })
    void sendsANameThatIsNotAsciiWhereTheServerTakesIt(String registered, String envelope) throws Exception {
        try (RecordingMailServer server = RecordingMailServer.start(true)) {
            assertThat(send(server, registered)).isInstanceOf(Outcome.Accepted.class);

            assertThat(server.recipients()).containsExactly(envelope);
            assertThat(server.senders()).singleElement().asString().contains("SMTPUTF8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"łukasz.x@example.com", "用户@例子.example"})
    void sendsNothingElsewhereAndSaysWhy(String registered) throws Exception {
        try (RecordingMailServer server = RecordingMailServer.start(false)) {
            assertThat(send(server, registered)).isEqualTo(new Outcome.Refused("ADDRESS_NEEDS_SMTPUTF8"));

            assertThat(server.recipients()).isEmpty();
        }
    }

    @Test
    void givesUpAnAddressThatNobodyCanBeSentTo() throws Exception {
        try (RecordingMailServer server = RecordingMailServer.start(true)) {
            assertThat(send(server, "ada\r\nRCPT TO:<eve@example.com>@example.com"))
                    .isEqualTo(new Outcome.Refused("ADDRESS_INVALID"));

            assertThat(server.senders()).isEmpty();
        }
    }

    private static Outcome send(RecordingMailServer server, String registered) throws AddressException {
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                server.port(),
                "",
                "",
                "Hairline <no-reply@hairline.example>",
                false,
                Duration.ofSeconds(10),
                1,
                Duration.ofMinutes(3));
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        ClientContact details = new ClientContact(
                client, 1, "Ada", "Byron", registered, "+447400000001", "en", "Europe/London", null, null);
        return new EmailDeliveryChannel(settings).send(message(client), new Contact(details), LETTER);
    }

    private static Message message(ClientId client) {
        AppointmentId appointment = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        MessageContext about = new MessageContext(client, null, appointment, 1, null, "BOOKING_CONFIRMED", "EMAIL");
        Instant now = Instant.parse("2027-03-01T10:00:00Z");
        PlannedMessage planned =
                PlannedMessage.at(MessageTemplate.BOOKING_CONFIRMED, now, now.plus(Duration.ofDays(1)));
        return Message.plan(
                        new MessageId(Ids.next(MessageId.PREFIX)),
                        appointment.value(),
                        Topics.BOOKING_EVENTS,
                        about,
                        planned)
                .next();
    }
}
