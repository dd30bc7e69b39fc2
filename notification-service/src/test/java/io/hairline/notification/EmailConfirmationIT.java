package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.ClientEmailConfirmed;
import io.hairline.contracts.booking.BookingEvent.EmailConfirmationRequested;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The letter by which a client confirms the e-mail address goes to that address, at any hour, until it is confirmed. */
@OnNotification
class EmailConfirmationIT {

    private static final String TEMPLATE = "EMAIL_CONFIRMATION";
    private static final Pattern LINK = Pattern.compile("/e/([A-Za-z0-9_-]{22})");

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    private static String textOf(ClientContact client) throws Exception {
        MimeMultipart letter = (MimeMultipart) Mailbox.of(client).getFirst().getContent();
        return String.valueOf(letter.getBodyPart(0).getContent());
    }

    private static EmailConfirmationRequested requested(TestClinic clinic, ClientContact client) {
        return new EmailConfirmationRequested(client.clientId(), clinic.id(), client.version());
    }

    @Test
    void writesToAGermanInGermanWithALinkWhoseDigestAloneIsTold() throws Exception {
        TestClinic clinic = others.clinic("Hairline Berlin", "Europe/Berlin");
        ClientContact ada = others.client("de");
        String id = ada.clientId().value();
        Object byPagesAlone = Map.of(
                "channels",
                Map.of("TRANSACTIONAL", List.of("IN_APP"), "CARE", List.of("IN_APP"), "MARKETING", List.of()));
        assertThat(new Calls(port)
                        .call(id, "PUT", "/preferences/" + id, byPagesAlone, Map.of())
                        .status())
                .isEqualTo(200);
        others.tell(requested(clinic, ada));
        others.tick();

        others.awaitStatus(ada, TEMPLATE, "EMAIL", "SENT");
        assertThat(Mailbox.subjects(ada)).containsExactly("Bitte bestätigen Sie Ihre E-Mail-Adresse");
        String text = textOf(ada);
        assertThat(text).contains("Diese Adresse bestätigen: ");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        String digest = LetterLink.digestOf(link.group(1));
        assertThat(mongo.findAll(Document.class, "events"))
                .anyMatch(it -> it.toJson().contains(digest))
                .noneMatch(it -> it.toJson().contains(link.group(1)));
        assertThat(others.statuses(ada, TEMPLATE, "IN_APP"))
                .as("it is about the mailbox")
                .isEmpty();
    }

    @Test
    void writesToNobodyForAVisitorWhoChangesAnAddress() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact strangers = others.client("en");
        others.tell(
                new ClientContactChanged(strangers.clientId(), strangers.version(), clinic.id(), true),
                Ids.next("gst"),
                others.now());
        ClientContact other = others.client("en");
        others.tell(requested(clinic, other));
        others.tick();

        others.awaitStatus(other, TEMPLATE, "EMAIL", "SENT");
        assertThat(others.statuses(strangers, TEMPLATE, "EMAIL")).isEmpty();
    }

    @Test
    void waitsForTheNewAddressAndWakesWhoHasJustGivenIt() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact before = others.client("en", others.zoneWhereItIs(2));
        others.tell(new ClientContactChanged(before.clientId(), 2, clinic.id(), true));
        others.tick();
        // Another letter of the same batch is gone: this one could have been as well.
        ClientContact other = others.client("en");
        others.tell(requested(clinic, other));
        others.tick();
        others.awaitStatus(other, TEMPLATE, "EMAIL", "SENT");
        others.awaitStatus(before, TEMPLATE, "EMAIL", "PLANNED");

        ClientContact after = new ClientContact(
                before.clientId(),
                2,
                "Ada",
                "Byron",
                "new." + before.email(),
                before.phone(),
                "en",
                before.zone(),
                null,
                null);
        others.publish(after);

        // It looks again after some seconds, and leaves when a tick has come since.
        await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> {
            others.tick();
            assertThat(others.statuses(after, TEMPLATE, "EMAIL")).containsExactly("SENT");
        });
        assertThat(Mailbox.subjects(after)).containsExactly("Please confirm your e-mail address");
        assertThat(Mailbox.of(before).stream().filter(it -> !Mailbox.of(after).contains(it)))
                .isEmpty();
    }

    @Test
    void writesNothingForAnAddressThatStaysOrIsConfirmedMeanwhile() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        ClientContact eve = others.client("en");
        others.tell(new ClientContactChanged(ada.clientId(), 2, clinic.id(), false));
        others.tell(requested(clinic, eve));
        others.tell(new ClientEmailConfirmed(eve.clientId(), clinic.id(), 1));
        others.tick();

        others.awaitStatus(eve, TEMPLATE, "EMAIL", "SUPERSEDED");
        assertThat(others.statuses(ada, TEMPLATE, "EMAIL")).isEmpty();
        assertThat(Mailbox.of(eve)).isEmpty();
    }
}
