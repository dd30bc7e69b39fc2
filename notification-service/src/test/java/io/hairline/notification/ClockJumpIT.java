package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ConsentId;
import io.hairline.contracts.InvitationId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentSigned;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestPlaced;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.kit.Ids;
import io.hairline.kit.time.DemoClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What years do to plans, and what treatment calls for. */
@OnNotification
class ClockJumpIT {

    private static final Duration TEN_YEARS = Duration.ofDays(3_650);

    @Autowired
    Others others;

    @Autowired
    DemoClock demoClock;

    @Autowired
    MongoTemplate mongo;

    private SessionCompleted session(ClientId client, TestClinic clinic, Instant at) {
        return new SessionCompleted(
                new SessionId(Ids.next(SessionId.PREFIX)),
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                client,
                clinic.id(),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                "SESSION_1",
                null,
                at.minusSeconds(7_200),
                at,
                List.of(),
                new Needle("3RL", new LotId(Ids.next(LotId.PREFIX))),
                List.of(),
                null);
    }

    private LocalDate today() {
        return others.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private TouchUpDue touchUp(ClientId client, TestClinic clinic) {
        return new TouchUpDue(
                new TouchUpId(Ids.next(TouchUpId.PREFIX)), client, clinic.id(), null, today(), today().plusMonths(6));
    }

    /** Around a visit the clinic's clock counts, so it is noon there as it is at the client's home. */
    private ClientContact aLife() {
        TestClinic clinic =
                others.clinic("Hairline London", others.zoneWhereItIs(12).getId());
        ClientContact ada = others.client("en");
        others.tell(clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(20))));
        others.tell(session(ada.clientId(), clinic, others.now()));
        others.tell(new PatchTestPlaced(new PatchTestId(Ids.next(PatchTestId.PREFIX)), ada.clientId(), clinic.id()));
        others.tick();
        for (String told : List.of("BOOKING_CONFIRMED", "AFTERCARE_DAY_0")) {
            others.awaitStatus(ada, told, "EMAIL", "SENT");
            others.awaitStatus(ada, told, "IN_APP", "DELIVERED");
        }
        return ada;
    }

    /** Each message with its end and how long after the beginning it was planned for, to the minute. */
    private Set<String> ledger(ClientContact client, Instant beginning) {
        return mongo
                .find(
                        Query.query(Criteria.where("about.clientId")
                                .is(client.clientId().value())),
                        Document.class,
                        "messages")
                .stream()
                .map(it -> it.get("about", Document.class).getString("templateCode")
                        + " " + it.get("about", Document.class).getString("channelCode")
                        + " " + it.getString("status")
                        + " "
                        + Math.round(Duration.between(
                                                beginning,
                                                it.getDate("usefulUntil").toInstant())
                                        .toMinutes()
                                / 60d
                                / 24d))
                .collect(Collectors.toSet());
    }

    @Test
    void givesTheSameLedgerForTenYearsAtOnceAsInAHundredSteps() {
        Instant start = others.now();
        ClientContact atOnce = aLife();
        demoClock.moveTo(start.plus(TEN_YEARS));
        others.tick();
        awaitEnd(atOnce);

        Instant later = others.now();
        ClientContact inSteps = aLife();
        for (int step = 1; step <= 100; step++) {
            demoClock.moveTo(later.plus(TEN_YEARS.multipliedBy(step).dividedBy(100)));
            others.tick();
        }
        awaitEnd(inSteps);

        assertThat(ledger(atOnce, start)).isEqualTo(ledger(inSteps, later));
        assertThat(ledger(atOnce, start))
                .hasSize(2 * 11)
                .anyMatch(it -> it.startsWith("REMINDER_2_HOURS EMAIL EXPIRED"));
        assertThat(Mailbox.subjects(atOnce)).hasSize(2);
        assertThat(Mailbox.subjects(inSteps)).hasSize(2);
    }

    private void awaitEnd(ClientContact client) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ledger(client, others.now()))
                        .noneMatch(it -> it.contains("PLANNED") || it.contains("DEFERRED")));
    }

    @Test
    void invitesOnceWithTheFreeSlotsNearby() {
        TestClinic clinic = others.clinic("Hairline Dublin", "Europe/Dublin");
        ClientContact ada = others.client("fr");
        TouchUpDue due = touchUp(ada.clientId(), clinic);
        others.tell(due);
        others.tick();
        others.tell(offer(due, clinic));
        others.tick();

        others.awaitStatus(ada, "TOUCH_UP_DUE", "EMAIL", "SENT");
        assertThat(Mailbox.subjects(ada)).containsExactly("Il est temps de raviver votre couleur");
        String body = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(
                Mailbox.of(ada).getFirst());
        assertThat(body).contains("/book?touchUp=");

        others.tell(new TouchUpBooked(
                due.touchUpId(),
                ada.clientId(),
                clinic.id(),
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                clinic.id()));
        assertThat(others.statuses(ada, "TOUCH_UP_DUE", "EMAIL")).containsExactly("SENT");
    }

    @Test
    void invitesNobodyWhoTookBackTheConsentToMessages() {
        TestClinic clinic = others.clinic("Hairline Dublin", "Europe/Dublin");
        ClientContact ada = others.client("en");
        ClientContact eve = others.client("en");
        for (ClientContact it : List.of(ada, eve)) {
            others.tell(signed(new ConsentId(Ids.next(ConsentId.PREFIX)), it, clinic));
            ConsentId consent = new ConsentId(Ids.next(ConsentId.PREFIX));
            others.tell(signed(consent, it, clinic));
            others.tell(new ConsentWithdrawn(consent, it.clientId(), clinic.id(), "MESSAGES"));
        }
        others.tell(signed(new ConsentId(Ids.next(ConsentId.PREFIX)), eve, clinic));

        invite(ada, clinic);
        invite(eve, clinic);

        others.awaitStatus(ada, "TOUCH_UP_DUE", "EMAIL", "SUPPRESSED");
        assertThat(Mailbox.subjects(ada)).isEmpty();
        others.awaitStatus(eve, "TOUCH_UP_DUE", "EMAIL", "SENT");
    }

    private static ConsentSigned signed(ConsentId id, ClientContact client, TestClinic clinic) {
        return new ConsentSigned(id, client.clientId(), clinic.id(), "MESSAGES", "messages-en-1", "en");
    }

    private void invite(ClientContact client, TestClinic clinic) {
        TouchUpDue due = touchUp(client.clientId(), clinic);
        others.tell(due);
        others.tell(offer(due, clinic));
        others.tick();
    }

    @Test
    void knowsAnOfferThatIsHeardBeforeItsTouchUp() {
        TestClinic clinic = others.clinic("Hairline Dublin", "Europe/Dublin");
        ClientContact ada = others.client("es");
        TouchUpDue due = touchUp(ada.clientId(), clinic);
        others.tell(offer(due, clinic));
        others.tell(due);
        others.tick();

        others.awaitStatus(ada, "TOUCH_UP_DUE", "EMAIL", "SENT");
        assertThat(Mailbox.subjects(ada)).containsExactly("Es hora de refrescar su color");
    }

    @Test
    void invitesAfterAnHourIfNobodyOffersAnything() {
        TestClinic clinic = others.clinic("Hairline Dublin", "Europe/Dublin");
        ClientContact ada = others.client("en");
        others.tell(touchUp(ada.clientId(), clinic));
        others.tick();
        assertThat(others.statuses(ada, "TOUCH_UP_DUE", "EMAIL")).containsExactly("PLANNED");

        demoClock.moveTo(others.now().plus(Duration.ofMinutes(61)));
        others.tick();

        others.awaitStatus(ada, "TOUCH_UP_DUE", "EMAIL", "SENT");
    }

    private SlotsOffered offer(TouchUpDue due, TestClinic clinic) {
        return new SlotsOffered(
                new InvitationId(Ids.next(InvitationId.PREFIX)),
                due.touchUpId(),
                due.clientId(),
                List.of(clinic.slot("TOUCH_UP", others.now().plus(Duration.ofDays(9)))));
    }
}
