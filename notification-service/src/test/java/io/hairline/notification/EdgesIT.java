package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.AtRest;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Disorder, rights, bad input, what lies in the database, and how it is read. */
@OnNotification
class EdgesIT {

    private static final String CONFIRMED = "BOOKING_CONFIRMED";

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    @Test
    void sendsOnceThoughEventsComeTwiceAndInDisorder() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        AppointmentBooked booked = clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3)));
        SlotHeld held = new SlotHeld(
                booked.appointmentId(),
                ada.clientId(),
                booked.slot(),
                others.now().plusSeconds(600));
        Instant now = others.now();
        String adaId = ada.clientId().value();
        others.send(booked, 2, adaId, now);
        others.send(booked, 2, adaId, now);
        others.tick();
        others.send(held, 1, adaId, now);
        others.send(held, 1, adaId, now);
        others.send(booked, 2, adaId, now);
        others.tick();

        others.awaitStatus(ada, CONFIRMED, "EMAIL", "SENT");
        others.awaitHeard(booked);
        assertThat(Mailbox.of(ada)).hasSize(1);
    }

    @Test
    void waitsForTheMorningUnlessTheClientDidIt() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ZoneId night = others.zoneWhereItIs(2);
        ClientContact asleep = others.client("en", night);
        ClientContact awake = others.client("en", night);
        others.tell(clinic.booked(asleep.clientId(), others.now().plus(Duration.ofDays(3))), "per_desk", others.now());
        others.tell(
                clinic.booked(awake.clientId(), others.now().plus(Duration.ofDays(3))),
                awake.clientId().value(),
                others.now());
        others.tick();

        others.awaitStatus(asleep, CONFIRMED, "EMAIL", "DEFERRED");
        others.awaitStatus(asleep, CONFIRMED, "IN_APP", "DELIVERED");
        others.awaitStatus(awake, CONFIRMED, "EMAIL", "SENT");
    }

    @Test
    void tellsOfWhatIsHeardLateAsLongAsItIsNoHistory() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        Instant threeHoursAgo = others.now().minus(Duration.ofHours(3));
        others.tell(
                clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3))),
                ada.clientId().value(),
                threeHoursAgo);
        others.tick();

        others.awaitStatus(ada, CONFIRMED, "EMAIL", "SENT");
        others.awaitStatus(ada, CONFIRMED, "IN_APP", "DELIVERED");
    }

    @Test
    void tellsNobodyOfADemosHistoryButRemindsOfWhatIsToCome() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        Instant threeDaysAgo = others.now().minus(Duration.ofDays(3));
        others.tellHistory(clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(5))), threeDaysAgo);
        others.tick();

        others.awaitStatus(ada, "REMINDER_24_HOURS", "EMAIL", "PLANNED");
        assertThat(others.statuses(ada, CONFIRMED, "EMAIL")).isEmpty();
        assertThat(others.statuses(ada, CONFIRMED, "IN_APP")).isEmpty();
    }

    @Test
    void sendsNothingToAClientWhoIsErased() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        others.erase(ada.clientId());
        await().atMost(Duration.ofSeconds(20)).until(() -> sealed(ada) == null);
        others.publish(ada);
        others.tell(clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3))));
        others.tick();

        others.awaitStatus(ada, CONFIRMED, "EMAIL", "SUPPRESSED");
        assertThat(sealed(ada)).isNull();
    }

    private @org.jspecify.annotations.Nullable Object sealed(ClientContact client) {
        Document row = mongo.findById(client.clientId().value(), Document.class, "contacts");
        return row == null ? null : row.get("sealed");
    }

    @Test
    void keepsNeitherNamesNorAddressesNorWordsReadable() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        others.tell(clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3))));
        others.tick();
        others.awaitStatus(ada, CONFIRMED, "IN_APP", "DELIVERED");

        assertThat(AtRest.everything(mongo.getDb()))
                .contains(ada.clientId().value())
                .doesNotContain(ada.email(), ada.familyName(), ada.phone());
    }

    @Test
    void takesAnOlderContactForWhatItIs() {
        ClientContact ada = others.client("en");
        others.publish(new ClientContact(
                ada.clientId(), 3, "Ada", "Lovelace", "new@example.com", ada.phone(), "de", ada.zone(), null, null));
        await().atMost(Duration.ofSeconds(20)).until(() -> version(ada) == 3);
        others.publish(ada);
        ClientContact mark = others.client("en");

        assertThat(version(mark)).isEqualTo(1);
        assertThat(version(ada)).isEqualTo(3);
    }

    private long version(ClientContact client) {
        Document row = mongo.findById(client.clientId().value(), Document.class, "contacts");
        return row == null ? 0 : row.getLong("version");
    }

    @Test
    void showsEachClientTheirOwnAndNobodyElse() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        TestClinic other = others.clinic("Hairline Berlin", "Europe/Berlin");
        String boss = Ids.next("per");
        others.role(boss, Role.HEAD_OFFICE, null);
        ClientContact ada = others.client("en");
        ClientContact eve = others.client("en");
        others.tell(clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3))));
        others.tick();
        others.awaitStatus(ada, CONFIRMED, "IN_APP", "DELIVERED");
        Calls calls = new Calls(port);
        String list = "/messages?clientId=" + ada.clientId();
        String preferences = "/preferences/" + ada.clientId();

        assertThat(calls.visit(list).status()).isEqualTo(401);
        assertThat(items(calls.get(ada.clientId().value(), list))).isPositive();
        assertThat(items(calls.get(eve.clientId().value(), list))).isZero();
        assertThat(items(calls.get(clinic.desk(), list))).isPositive();
        assertThat(items(calls.get(other.desk(), list))).isZero();
        assertThat(items(calls.get(boss, list))).isPositive();
        assertThat(calls.get(boss, list).body().toString()).doesNotContain(ada.email(), "Ada");

        assertThat(items(calls.get(ada.clientId().value(), "/inbox"))).isEqualTo(1);
        String item = calls.get(ada.clientId().value(), "/inbox").text("/items/0/id");
        assertThat(calls.post(eve.clientId().value(), "/inbox/" + item + "/read", null)
                        .status())
                .isEqualTo(404);
        assertThat(calls.post(ada.clientId().value(), "/inbox/" + item + "/read", null)
                        .text("/readAt"))
                .isNotEmpty();
        assertThat(calls.get(clinic.desk(), "/inbox").status()).isEqualTo(403);

        assertThat(calls.get(ada.clientId().value(), preferences).status()).isEqualTo(200);
        assertThat(calls.get(clinic.desk(), preferences).status()).isEqualTo(200);
        assertThat(calls.get(other.desk(), preferences).status()).isEqualTo(404);
        assertThat(calls.get(eve.clientId().value(), preferences).status()).isEqualTo(404);
        assertThat(calls.get(boss, preferences).status()).isEqualTo(403);
    }

    private static int items(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().at("/items").size();
    }

    @Test
    void heedsPreferencesAndRefusesWhatMakesNoSense() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        Calls calls = new Calls(port);
        String adaId = ada.clientId().value();
        String preferences = "/preferences/" + adaId;

        for (Object bad : List.of(
                "{}",
                "[]",
                "{\"channels\":{\"TRANSACTIONAL\":[]}}",
                "{\"channels\":{\"TRANSACTIONAL\":[\"PIGEON\"]}}",
                "{\"channels\":{\"CARE\":null}}",
                "{\"channels\":{},\"language\":\"klingon!\"}",
                "{\"channels\":{},\"language\":\"xx\"}",
                "{\"channels\":{},\"quietHours\":{\"from\":\"25:00\",\"until\":\"08:00\"}}")) {
            Answer answer = calls.call(adaId, "PUT", preferences, bad, Map.of());
            assertThat(answer.status()).as(bad + " " + answer.body()).isEqualTo(400);
        }
        assertThat(calls.get(adaId, "/messages?limit=0").status()).isEqualTo(400);
        assertThat(calls.get(adaId, "/messages?cursor=x").status()).isEqualTo(400);
        assertThat(calls.get(adaId, "/messages?clientId=cli_x").status()).isEqualTo(400);
        assertThat(calls.get(clinic.desk(), "/messages").status()).isEqualTo(400);
        assertThat(calls.get(adaId, preferences).text("/version")).isEqualTo("0");

        Object wanted = Map.of("channels", Map.of("TRANSACTIONAL", List.of("IN_APP")), "language", "de");
        assertThat(calls.call(adaId, "PUT", preferences, wanted, Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(200);
        assertThat(calls.call(adaId, "PUT", preferences, wanted, Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(412);
        others.tell(clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3))), adaId, others.now());
        others.tick();

        others.awaitStatus(ada, CONFIRMED, "EMAIL", "SUPPRESSED");
        others.awaitStatus(ada, CONFIRMED, "IN_APP", "DELIVERED");
        assertThat(calls.get(adaId, "/inbox").text("/items/0/subject")).startsWith("Gebucht: Erste Sitzung");
    }

    @Test
    void neverScansACollection() {
        mongo.executeCommand(new Document("profile", 2));
        try {
            TestClinic clinic = others.clinic("Hairline London", "Europe/London");
            ClientContact ada = others.client("en");
            Calls calls = new Calls(port);
            String adaId = ada.clientId().value();
            AppointmentBooked booked =
                    clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3)));
            others.tell(booked, adaId, others.now());
            others.tick();
            others.awaitStatus(ada, CONFIRMED, "EMAIL", "SENT");
            others.tell(TestClinic.cancelled(booked), adaId, others.now());
            calls.get(adaId, "/messages");
            calls.get(adaId, "/messages?appointmentId=" + booked.appointmentId());
            calls.get(adaId, "/inbox");
            calls.get(clinic.desk(), "/preferences/" + adaId);
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }
        List<Document> profiled = mongo.getCollection("system.profile")
                .find(new Document("op", new Document("$in", List.of("query", "command", "update", "remove")))
                        .append("ns", new Document("$not", Pattern.compile("system\\."))))
                .into(new ArrayList<>());
        mongo.dropCollection("system.profile");

        assertThat(profiled).isNotEmpty();
        assertThat(profiled.stream()
                        .filter(it ->
                                String.valueOf(it.getString("planSummary")).contains("COLLSCAN"))
                        .filter(it -> !it.getString("ns").endsWith(".leases"))
                        .map(it -> it.getString("ns") + " "
                                + it.get("command", Document.class).toJson()))
                .isEmpty();
    }
}
