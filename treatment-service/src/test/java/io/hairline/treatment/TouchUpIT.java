package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.TouchUpRule;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A touch-up from the session that plans it to the next one. */
@OnTreatment
class TouchUpIT extends TreatmentScenario {

    @Test
    void looksOnceAtATemporaryColourAndClosesAfterAConsultation() {
        assertThat(complete(started("TEMPORARY", "SESSION_1"), work("0.50")).status())
                .isEqualTo(200);
        String check = touchUp().at("/id").asString();
        assertThat(touchUp().at("/kind").asString()).isEqualTo("FADE_CHECK");

        demoClock.moveTo(dayOf("/window/due"));
        awaitStatus("DUE");
        AppointmentId visit = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        others.tell(List.of(new AppointmentCompleted(visit, client, others.slot(clinic, "CONSULTATION"))));

        awaitStatus("CLOSED");
        assertThat(eventsOf(check))
                .containsExactly(
                        "treatment.FadeCheckPlanned.v1", "treatment.FadeCheckDue.v1", "treatment.TouchUpClosed.v1");
    }

    @Test
    void movesItsDayByWhatIsSeenOfTheColourAndAsksTheClientOnceAYear() throws Exception {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        String touchUp = touchUp().at("/id").asString();
        LocalDate due = LocalDate.parse(touchUp().at("/window/due").asString());
        healed(session, 90);
        assertThat(touchUp().at("/reasons").toString()).contains("FEW_SESSIONS", "HIGH_RETENTION");

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(367)));
        String checks = "/self-checks?clientId=" + client;
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        calls.get(client.value(), checks).body().at("/items").size() == 1);
        String check = calls.get(client.value(), checks).text("/items/0/id");
        String answer = "/self-checks/" + check + "/answer";
        Map<String, Object> good = Map.of("answer", "AS_BEFORE");
        refused(calls.post(clinic.artist(), answer, good), 403, "forbidden");
        refused(calls.post(others.client(clinic).value(), answer, good), 404, "not-found");
        refused(calls.post(client.value(), answer, Map.of("answer", "GREEN")), 400, "invalid-input");
        assertThat(calls.post(client.value(), answer, good).status()).isEqualTo(200);
        refused(calls.post(client.value(), answer, good), 409, "illegal-move");

        assertThat(LocalDate.parse(touchUp().at("/window/due").asString())).isEqualTo(due.plusMonths(6));
        assertThat(touchUp().at("/reasons").toString()).contains("SEEN_GOOD");
        assertThat(eventsOf(check)).containsExactly("treatment.SelfCheckAsked.v1", "treatment.SelfCheckAnswered.v1");
        assertThat(stored("AS_BEFORE")).isEmpty();
        assertThat(mongo.getCollection("events").find(new Document("aggregateId", check)))
                .extracting(it -> it.getString("data"))
                .anyMatch(it -> it.contains("\"consultationSuggested\":false"));
        demoClock.moveTo(dayOf("/window/due"));
        awaitStatus("DUE");
        assertThat(eventsOf(touchUp))
                .containsExactly(
                        "treatment.TouchUpPlanned.v1",
                        "treatment.TouchUpForecastChanged.v1",
                        "treatment.TouchUpForecastChanged.v1",
                        "treatment.TouchUpDue.v1");
    }

    @Test
    void countsByThePolicyOfTheDayOfPlanningAndKeepsWhatIsPlannedUntilMoreIsKnown() throws Exception {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        LocalDate planned = LocalDate.parse(touchUp().at("/window/due").asString());

        PolicyId id = new PolicyId(Ids.next(PolicyId.PREFIX));
        TouchUpRule rule = new TouchUpRule(60, 12, 6, 6, 24, 72, 2, 12, 20);
        PolicyValues values =
                new PolicyValues(null, null, null, null, null, null, null, null, null, null, rule, null, null);
        others.tell(List.of(new PolicyLayerPublished(
                id, null, clinic.id(), new PolicyLayer(PolicyLayer.atOnce(clock.instant()), values, List.of()))));

        assertThat(touchUp().at("/window/due").asString()).isEqualTo(planned.toString());
        healed(session, 90);
        // 48 - 12 - 6 - 6 - 6 = 18 months, and never before 24; now 60 - 30, and 6 more for what has stayed
        assertThat(LocalDate.parse(touchUp().at("/window/due").asString())).isEqualTo(planned.plusMonths(12));
        assertThat(LocalDate.parse(touchUp().at("/window/from").asString())).isEqualTo(planned.plusMonths(10));
        assertThat(touchUp().at("/policy/0/layer").asString()).isEqualTo("CLINIC");
        assertThat(touchUp().at("/policy/0/version").asLong()).isEqualTo(1);
    }

    @Test
    void followsATouchUpFromItsDayToTheNextOne() {
        complete(started("PERMANENT", "SESSION_1"), work("0.50"));
        String touchUp = touchUp().at("/id").asString();
        demoClock.moveTo(dayOf("/window/due").minus(Duration.ofMinutes(5)));
        await().during(Duration.ofSeconds(1)).until(() -> eventsOf(touchUp).size() == 1);

        demoClock.moveTo(dayOf("/window/due"));
        awaitStatus("DUE");
        MessageId message = new MessageId(Ids.next(MessageId.PREFIX));
        MessageContext about =
                new MessageContext(client, clinic.id(), null, 0, new TouchUpId(touchUp), "TOUCH_UP_DUE", "EMAIL");
        others.tell(List.of(
                new MessageSent(message, about, clock.instant()),
                new MessageDelivered(message, about, clock.instant())));
        assertThat(touchUp().at("/status").asString()).isEqualTo("CONTACTED");

        AppointmentId visit = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        AppointmentSlot slot = others.slot(elsewhere, "TOUCH_UP");
        AppointmentBooked booked = new AppointmentBooked(visit, client, slot, null);
        others.tell(List.of(booked));
        others.send(booked, 1);
        others.tell(List.of(new AppointmentRescheduled(visit, client, slot, slot, "CLIENT_REQUEST")));
        assertThat(touchUp().at("/status").asString()).isEqualTo("BOOKED");
        String there = "/touch-ups?status=BOOKED&clinicId=" + elsewhere.id();
        assertThat(calls.get(elsewhere.desk(), there).text("/items/0/id")).isEqualTo(touchUp);
        assertThat(calls.get(elsewhere.desk(), there).body().at("/items/0/reasons"))
                .isEmpty();

        others.tell(List.of(new AppointmentCancelled(visit, client, slot, false, 1, "CLIENT_REQUEST")));
        assertThat(touchUp().at("/status").asString()).isEqualTo("DUE");
        assertThat(calls.get(elsewhere.desk(), there).body().at("/items")).isEmpty();

        ready.papersOf(client, clinic);
        complete(created(start(others.appointment(clinic, client, "TOUCH_UP"))).id(), work("0.50"));

        assertThat(eventsOf(touchUp))
                .containsExactly(
                        "treatment.TouchUpPlanned.v1",
                        "treatment.TouchUpDue.v1",
                        "treatment.TouchUpContacted.v1",
                        "treatment.TouchUpBooked.v1",
                        "treatment.TouchUpReopened.v1",
                        "treatment.TouchUpBooked.v1",
                        "treatment.TouchUpClosed.v1");
        JsonNode all = calls.get(client.value(), "/touch-ups?clientId=" + client)
                .body()
                .at("/items");
        assertThat(all).hasSize(2);
        assertThat(all.at("/1/status").asString()).isEqualTo("PLANNED");
    }

    @Test
    void tiesATimeThatWasBookedAheadToTheTouchUpPlannedLater() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId ahead = others.appointment(elsewhere, client, "TOUCH_UP");

        complete(created(start(others.appointment(clinic, client, "SESSION_1"))).id(), work("0.50"));

        awaitStatus("BOOKED");
        String there = "/touch-ups?status=BOOKED&clinicId=" + elsewhere.id();
        assertThat(calls.get(elsewhere.desk(), there).text("/items/0/id"))
                .isEqualTo(touchUp().at("/id").asString());
        AppointmentSlot slot = others.slot(elsewhere, "TOUCH_UP");
        others.tell(List.of(new AppointmentCancelled(ahead, client, slot, false, 1, "CLIENT_REQUEST")));
        assertThat(touchUp().at("/status").asString()).isEqualTo("PLANNED");
    }

    @Test
    void countsTheForecastFromEachSessionOfAFurtherCourse() {
        complete(started("PERMANENT", "SESSION_1"), work("0.50"));
        String first = touchUp().at("/id").asString();
        LocalDate due = LocalDate.parse(touchUp().at("/window/due").asString());
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(92)));
        readyFor("PERMANENT", "SESSION_1", "SESSION_2");
        LocalDate treated = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));

        assertThat(complete(
                                created(start(others.appointment(clinic, client, "SESSION_1")))
                                        .id(),
                                work("0.50"))
                        .status())
                .isEqualTo(200);

        assertThat(eventsOf(first)).containsExactly("treatment.TouchUpPlanned.v1", "treatment.TouchUpClosed.v1");
        JsonNode next = calls.get(client.value(), "/touch-ups?clientId=" + client)
                .body()
                .at("/items/1");
        assertThat(next.at("/status").asString()).isEqualTo("PLANNED");
        assertThat(LocalDate.parse(next.at("/window/due").asString()))
                .isAfter(due)
                .isAfter(treated.plusMonths(24).minusDays(1));
    }

    @Test
    void listsAClinicsWorkSoonestFirst() {
        String worklist = "/touch-ups?clinicId=" + clinic.id();
        complete(started("PERMANENT", "SESSION_1"), work("0.50"));
        String later = touchUp().at("/id").asString();
        client = others.client(clinic);
        complete(started("TEMPORARY", "SESSION_1"), work("0.50"));
        String sooner = touchUp().at("/id").asString();

        assertThat(ids(worklist)).containsExactly(sooner, later);
        assertThat(ids(worklist + "&status=DUE&status=PLANNED")).containsExactly(sooner, later);
        assertThat(ids(worklist + "&status=DUE,CONTACTED")).isEmpty();
        String next = calls.get(clinic.desk(), worklist + "&limit=1").text("/nextCursor");
        assertThat(ids(worklist + "&limit=1&cursor=" + next)).containsExactly(later);
        refused(calls.get(clinic.desk(), worklist + "&status=SOON"), 400, "invalid-input");
        refused(calls.get(clinic.desk(), worklist + "&cursor=MjAyOC0wMS0wMQ"), 400, "invalid-input");
        refused(calls.get(clinic.desk(), worklist + "&cursor=nonsense"), 400, "invalid-input");
    }

    private List<String> ids(String list) {
        return calls.get(clinic.desk(), list).body().at("/items").findValuesAsString("id");
    }

    @Test
    void losesATouchUpThatNobodyCameForAMonthAfterItsDayHoweverFarTheClockJumps() {
        complete(started("PERMANENT", "SESSION_1"), work("0.50"));
        String touchUp = touchUp().at("/id").asString();

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(3650)));
        awaitStatus("DUE");
        Instant cameTooLate = clock.instant();
        demoClock.moveTo(cameTooLate.plus(Duration.ofDays(29)));
        await().during(Duration.ofSeconds(1))
                .until(() -> touchUp().at("/status").asString().equals("DUE"));

        demoClock.moveTo(cameTooLate.plus(Duration.ofDays(31)));
        awaitStatus("LOST");
        assertThat(eventsOf(touchUp))
                .containsExactly(
                        "treatment.TouchUpPlanned.v1", "treatment.TouchUpDue.v1", "treatment.TouchUpClosed.v1");
    }

    private Instant dayOf(String pointer) {
        return LocalDate.parse(touchUp().at(pointer).asString())
                .atStartOfDay(ZoneId.of("Europe/London"))
                .toInstant();
    }

    private void awaitStatus(String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> touchUp().at("/status").asString().equals(status));
    }
}
