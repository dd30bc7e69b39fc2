package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** From being ready to the touch-up years later: what is decided, who wins, and who may see what. */
@OnTreatment
class ChairIT {

    private static final String CANARY = "canary-91c2";

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Clock clock;

    @Autowired
    DemoClock demoClock;

    private Calls calls;
    private Ready ready;
    private TestClinic clinic;
    private TestClinic elsewhere;
    private ClientId client;
    private String pigment;
    private String needles;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        ready = new Ready(calls, others, clock, demoClock);
        clinic = others.clinic();
        elsewhere = others.clinic();
        client = others.client(clinic);
        pigment = ready.lotOf(clinic, "PIGMENT", "10");
        needles = ready.lotOf(clinic, "NEEDLE", "50");
    }

    @Test
    void takesAClientFromRedToTheChairAndPlansTheTouchUp() {
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("CONSENT", appointment)).isEqualTo("MISSING");
        refused(start(appointment), 409, "not-ready");
        assertThat(start(appointment).body().at("/steps")).hasSize(11);

        readyFor("PERMANENT", "SESSION_1");
        assertThat(stateOf("APPOINTMENT_DAY", appointment))
                .as("the patch test took a day, and the appointment's day is over")
                .isEqualTo("BLOCKED");
        appointment = others.appointment(clinic, client, "SESSION_1");
        assertThat(calls.get(client.value(), "/readiness/" + appointment).text("/light"))
                .isEqualTo("GREEN");
        String session = created(start(appointment)).id();
        assertThat(calls.get(clinic.desk(), "/readiness/" + appointment).text("/light"))
                .as("the session in the chair isn't in its own way")
                .isEqualTo("GREEN");
        Answer completed = complete(session, work("1.50"));

        assertThat(completed.status()).as(completed.body().toString()).isEqualTo(200);
        assertThat(completed.text("/notes")).contains(CANARY);
        assertThat(completed.text("/price/amount")).isEqualTo("1000.00");
        assertThat(lot(pigment).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("8.5");
        assertThat(lot(needles).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("49");
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("FULFILLED");
        JsonNode touchUp = touchUp();
        LocalDate due =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")).plusMonths(24);
        assertThat(touchUp.at("/window/due").asString()).isEqualTo(due.toString());
        assertThat(touchUp.at("/reasons").toString()).isEqualTo("[\"LIGHT_SKIN\",\"OILY_SKIN\",\"OUTDOOR_WORK\"]");
        assertThat(eventsOf(session)).containsExactly("treatment.SessionStarted.v1", "treatment.SessionCompleted.v1");
        JsonNode chart = calls.get(clinic.artist(), "/charts/" + client).body();
        assertThat(chart.at("/sessions/0/id").asString()).isEqualTo(session);
        assertThat(chart.at("/touchUps/0")).isEqualTo(touchUp);
        refused(complete(session, work("1.50")), 409, "illegal-move");
        refused(start(appointment), 409, "illegal-move");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void plansNoTouchUpWhenItIsToFade() {
        String session = started("TEMPORARY", "SESSION_1");

        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);

        assertThat(calls.get(client.value(), "/touch-ups?clientId=" + client)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void keepsAPlanOpenUntilItsLastSessionAndTheHealingGapBetween() {
        String first = started("PERMANENT", "SESSION_1", "SESSION_2");
        AppointmentId again = others.appointment(clinic, client, "SESSION_1");
        assertThat(complete(first, work("0.50")).status()).isEqualTo(200);
        assertThat(stateOf("PLAN", again)).isEqualTo("BLOCKED");
        AppointmentId second = others.appointment(clinic, client, "SESSION_2");
        assertThat(stateOf("HEALING_GAP", second)).isEqualTo("BLOCKED");
        refused(
                calls.post(
                        clinic.manager(),
                        "/readiness/" + second + "/override",
                        Map.of("stepCode", "HEALING_GAP", "reason", "No reason is good enough.")),
                422,
                "not-overridable");

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(8)));
        second = others.appointment(clinic, client, "SESSION_2");
        assertThat(stateOf("HEALING_GAP", second)).isEqualTo("BLOCKED");
        refused(start(second), 409, "not-ready");
        Map<String, Object> override = Map.of("stepCode", "HEALING_GAP", "reason", "It has healed well.");
        refused(calls.post(clinic.artist(), "/readiness/" + second + "/override", override), 403, "forbidden");
        assertThat(calls.post(clinic.manager(), "/readiness/" + second + "/override", override)
                        .text("/light"))
                .isEqualTo("AMBER");
        assertThat(step("HEALING_GAP", second).at("/override/by").asString()).isEqualTo(clinic.manager());
        assertThat(step("HEALING_GAP", second).at("/override/reason").asString())
                .contains("healed");
        assertThat(calls.get(client.value(), "/readiness/" + second).body().toString())
                .doesNotContain("healed well");
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("ACCEPTED");
        assertThat(complete(created(start(second)).id(), work("0.50")).status()).isEqualTo(200);
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("FULFILLED");
    }

    @Test
    void isNotReadyAnyMoreWhenTheConsentIsTakenBack() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");
        String another = ready.consentOf(client);
        JsonNode consents =
                calls.get(client.value(), "/consents?clientId=" + client).body().at("/items");
        consents.forEach(it -> assertThat(
                        calls.post(client.value(), "/consents/" + it.at("/id").asString() + "/withdraw", null)
                                .status())
                .isEqualTo(200));

        assertThat(another).isNotBlank();
        assertThat(stateOf("CONSENT", appointment)).isEqualTo("MISSING");
        refused(start(appointment), 409, "not-ready");
    }

    @Test
    void letsOneOfTwoStartsAndOneOfTwoCompletionsWin() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");

        List<Answer> starts = together(_ -> start(appointment));
        assertThat(starts.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
        String session = starts.stream()
                .filter(it -> it.status() == 201)
                .findFirst()
                .orElseThrow()
                .id();
        List<Answer> ends = together(_ -> complete(session, work("1.00")));

        assertThat(ends.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(lot(pigment).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("9");
        assertThat(eventsOf(session)).hasSize(2);
        assertThat(calls.get(client.value(), "/touch-ups?clientId=" + client)
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void givesTheLastMillilitreToOneOfTwoSessionsAndNothingOfTheOther() {
        pigment = ready.lotOf(clinic, "PIGMENT", "1");
        String one = started("PERMANENT", "SESSION_1");
        client = others.client(clinic);
        String other = started("PERMANENT", "SESSION_1");

        List<Answer> ends = together(it -> complete(it == 0 ? one : other, work("1.00")));

        assertThat(ends.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        refused(ends.stream().filter(it -> it.status() == 409).findFirst().orElseThrow(), 409, "lot-not-usable");
        assertThat(lot(pigment).at("/status").asString()).isEqualTo("EMPTY");
        assertThat(lot(needles).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("49");
        String loser = ends.getFirst().status() == 409 ? one : other;
        assertThat(eventsOf(loser)).containsExactly("treatment.SessionStarted.v1");
    }

    @Test
    void refusesLotsThatMayNotBeUsed() {
        String session = started("PERMANENT", "SESSION_1");
        Map<String, Object> foreign = work("0.50");
        foreign.put("pigments", List.of(cup(ready.lotOf(elsewhere, "PIGMENT", "5"), "0.50", "10")));
        Map<String, Object> mixedUp = work("0.50");
        mixedUp.put("pigments", List.of(cup(needles, "0.50", "10")));
        Map<String, Object> twoCups = work("0.50");
        twoCups.put("pigments", List.of(cup(pigment, "6", "10"), cup(pigment, "5", "20")));

        refused(complete(session, foreign), 400, "invalid-input");
        refused(complete(session, mixedUp), 409, "lot-not-usable");
        refused(complete(session, twoCups), 409, "lot-not-usable");
        assertThat(lot(pigment).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("10");
        assertThat(lot(needles).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("50");
    }

    @Test
    void namesEachFieldThatIsWrongAndStoresNothing() {
        String session = started("PERMANENT", "SESSION_1");
        Map<String, Object> wrong = work("0.50");
        wrong.put("zones", List.of(Map.of("zone", "CROWN", "density", 401)));
        wrong.put("pigments", List.of(cup(pigment, "0.50", "61")));
        wrong.put("depthMillimetres", 2.1);
        wrong.put("painScore", 11);
        Map<String, Object> elbow = work("0.50");
        elbow.put("zones", List.of(Map.of("zone", "ELBOW", "density", 100)));
        Map<String, Object> half = Ready.lot(clinic, "NEEDLE", "1.5");
        Map<String, Object> negative = Ready.lot(clinic, "PIGMENT", "-1");
        Map<String, Object> twice = Ready.lot(clinic, "PIGMENT", "5");

        Answer answer = complete(session, wrong);
        refused(answer, 400, "invalid-input");
        assertThat(answer.body().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("zones[0].density", "pigments[0].dilution", "depthMillimetres", "painScore");
        refused(complete(session, elbow), 400, "invalid-input");
        refused(complete(session, Map.of()), 400, "invalid-input");
        refused(calls.post(clinic.artist(), "/lots", half), 400, "invalid-input");
        refused(calls.post(clinic.artist(), "/lots", negative), 400, "invalid-input");
        created(calls.post(clinic.artist(), "/lots", twice));
        twice.put("expiresOn", "2097-06-30");
        refused(calls.post(clinic.artist(), "/lots", twice), 409, "lot-known");
        assertThat(eventsOf(session)).hasSize(1);
        assertThat(calls.get(clinic.artist(), "/lots?clinicId=" + clinic.id())
                        .body()
                        .at("/items"))
                .hasSize(4);
    }

    @Test
    void keepsForeignClinicsAndWrongRolesAway() {
        String boss = others.boss();
        String session = started("PERMANENT", "SESSION_1");
        String appointment = calls.get(clinic.artist(), "/sessions/" + session).text("/appointmentId");
        String lots = "/lots?clinicId=" + clinic.id();
        String worklist = "/touch-ups?clinicId=" + clinic.id();

        for (String who : List.of(elsewhere.artist(), elsewhere.manager())) {
            refused(complete(who, session, work("1.00")), 404, "not-found");
            assertThat(calls.post(who, "/sessions", Map.of("appointmentId", appointment))
                            .status())
                    .isIn(404, 409);
            refused(calls.post(who, "/lots", Ready.lot(clinic, "PIGMENT", "5")), 404, "not-found");
            for (String path : List.of(
                    "/sessions/" + session,
                    "/sessions?clientId=" + client,
                    "/readiness/" + appointment,
                    "/touch-ups?clientId=" + client,
                    lots,
                    worklist)) {
                refused(calls.get(who, path), 404, "not-found");
            }
        }
        for (String who : List.of(boss, clinic.desk())) {
            refused(calls.get(who, "/sessions/" + session), 403, "forbidden");
            refused(calls.get(who, "/sessions?clientId=" + client), 403, "forbidden");
            refused(complete(who, session, work("1.00")), 403, "forbidden");
            assertThat(calls.get(who, lots).status()).isEqualTo(200);
            assertThat(calls.get(who, worklist).status()).isEqualTo(200);
        }
        refused(calls.get(boss, "/readiness/" + appointment), 403, "forbidden");
        refused(calls.get(client.value(), lots), 403, "forbidden");
        refused(complete(client.value(), session, work("1.00")), 403, "forbidden");
        String stranger = others.client(clinic).value();
        refused(calls.get(stranger, "/readiness/" + appointment), 404, "not-found");
        refused(calls.get(stranger, "/touch-ups?clientId=" + client), 404, "not-found");
        assertThat(calls.get(client.value(), "/sessions/" + session).status()).isEqualTo(200);
        assertThat(calls.visit(lots).status()).isEqualTo(401);
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
        awaitStatus("CLOSED");
        assertThat(eventsOf(touchUp))
                .containsExactly(
                        "treatment.TouchUpPlanned.v1", "treatment.TouchUpDue.v1", "treatment.TouchUpClosed.v1");
    }

    @Test
    void answersARepeatedRequestOnce() {
        readyFor("PERMANENT", "SESSION_1");
        Map<String, Object> appointment = Map.of(
                "appointmentId", others.appointment(clinic, client, "SESSION_1").value());
        Map<String, String> key = Map.of("Idempotency-Key", Ids.next("key"));

        String session = created(calls.post(clinic.artist(), "/sessions", appointment, key))
                .id();
        assertThat(created(calls.post(clinic.artist(), "/sessions", appointment, key))
                        .id())
                .isEqualTo(session);
        Map<String, String> another = Map.of("Idempotency-Key", Ids.next("key"));
        Map<String, Object> work = work("1.00");
        for (int i = 0; i < 2; i++) {
            assertThat(calls.post(clinic.artist(), "/sessions/" + session + "/complete", work, another)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(lot(pigment).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("9");
    }

    @Test
    void neverScansACollection() {
        mongo.executeCommand(new Document("profile", 2));
        try {
            complete(started("PERMANENT", "SESSION_1"), work("0.50"));
            calls.get(client.value(), "/touch-ups?clientId=" + client);
            calls.get(clinic.desk(), "/touch-ups?status=DUE&clinicId=" + clinic.id());
            calls.get(clinic.desk(), "/touch-ups?clinicId=" + clinic.id());
            calls.get(clinic.desk(), "/lots?clinicId=" + clinic.id());
            calls.get(client.value(), "/sessions?clientId=" + client);
            others.appointment(clinic, client, "TOUCH_UP");
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }
        List<Document> scans = mongo.getCollection("system.profile")
                .find(new Document("planSummary", Pattern.compile("COLLSCAN"))
                        .append("ns", new Document("$not", Pattern.compile("system\\.|\\.leases$|\\.people$"))))
                .into(new ArrayList<>());
        long profiled = mongo.getCollection("system.profile")
                .countDocuments(new Document("ns", Pattern.compile("\\.touch_ups$")));
        mongo.dropCollection("system.profile");

        assertThat(profiled).isPositive();
        assertThat(scans).isEmpty();
    }

    @Test
    void startsOnNoOtherDayThanTheAppointmentsUnlessSomebodyAnswersForIt() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentSlot today = others.slot(clinic, "SESSION_1");
        AppointmentSlot later = new AppointmentSlot(
                today.clinicId(),
                today.practitionerId(),
                today.chairId(),
                today.serviceCode(),
                today.startsAt().plus(Duration.ofDays(4)),
                today.endsAt().plus(Duration.ofDays(4)),
                today.localStart().plusDays(4),
                today.zone());
        AppointmentId appointment = others.appointment(clinic.desk(), client, later);
        String override = "/readiness/" + appointment + "/override";
        Map<String, Object> reason = Map.of("stepCode", "APPOINTMENT_DAY", "reason", "The client is here today.");

        assertThat(calls.get(clinic.desk(), "/readiness/" + appointment).text("/light"))
                .isEqualTo("GREEN");
        Answer early = start(appointment);
        refused(early, 409, "not-ready");
        assertThat(early.body().at("/steps").toString()).contains("The appointment is on");
        refused(calls.post(elsewhere.manager(), override, reason), 404, "not-found");
        refused(calls.post(clinic.desk(), override, reason), 403, "forbidden");
        refused(
                calls.post(clinic.manager(), override, Map.of("stepCode", "CONSENT", "reason", "Signs tomorrow.")),
                422,
                "not-overridable");
        assertThat(calls.post(clinic.artist(), override, reason).text("/light")).isEqualTo("AMBER");

        created(start(appointment));
        assertThat(eventsOf(appointment.value())).containsExactly("treatment.ReadinessOverridden.v1");
    }

    @Test
    void isRedWhileTheDiaryHasAConflict() {
        AppointmentSlot slot = others.slot(clinic, "SESSION_1");
        AppointmentId appointment = others.appointment(clinic.desk(), client, slot);
        assertThat(stateOf("DIARY", appointment)).isEqualTo("DONE");

        others.tell(List.of(new AppointmentConflictFound(appointment, client, slot, "CLINIC_CLOSED")));
        assertThat(stateOf("DIARY", appointment)).isEqualTo("BLOCKED");

        others.tell(List.of(new AppointmentConflictResolved(appointment, client, slot, "FITS_AGAIN")));
        assertThat(stateOf("DIARY", appointment)).isEqualTo("DONE");
    }

    @Test
    void takesNoSessionBeforeAnEarlierOneOfThePlan() {
        readyFor("PERMANENT", "SESSION_1", "SESSION_2");
        AppointmentId second = others.appointment(clinic, client, "SESSION_2");

        assertThat(stateOf("SESSION_ORDER", second)).isEqualTo("BLOCKED");
        refused(start(second), 409, "not-ready");
    }

    @Test
    void saysAtOnceThatAnswersForbidTheTreatment() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");

        Answer blocked = created(calls.post(client.value(), "/questionnaires", ready.answers(client, "KELOIDS")));
        created(calls.post(client.value(), "/questionnaires", ready.answers(client, "KELOIDS")));
        assertThat(stateOf("QUESTIONNAIRE", appointment)).isEqualTo("BLOCKED");
        Answer clear = created(calls.post(client.value(), "/questionnaires", ready.answers(client, "OUTDOOR_WORK")));

        assertThat(blocked.text("/outcome")).isEqualTo("BLOCKED");
        assertThat(blocked.text("/notice")).contains("can't treat you for now");
        assertThat(clear.text("/outcome")).isEqualTo("CLEAR");
        assertThat(eventsOf(appointment.value()))
                .containsExactly("treatment.ReadinessBlocked.v1", "treatment.ReadinessUnblocked.v1");
    }

    @Test
    void isRedWhenADocumentSaysNotYetEighteenOrAnotherBirthDate() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");

        seen(false, true);
        assertThat(stateOf("IDENTITY", appointment)).isEqualTo("BLOCKED");
        seen(true, false);
        assertThat(stateOf("IDENTITY", appointment)).isEqualTo("BLOCKED");
        refused(start(appointment), 409, "not-ready");
        seen(true, true);
        assertThat(stateOf("IDENTITY", appointment)).isEqualTo("DONE");
    }

    private void seen(boolean birthDateMatches, boolean adult) {
        created(calls.post(
                clinic.desk(),
                "/identity-checks",
                Map.of(
                        "clientId",
                        client.value(),
                        "document",
                        "PASSPORT",
                        "birthDateMatches",
                        birthDateMatches,
                        "adult",
                        adult)));
    }

    @Test
    void takesNoOtherNameForASignatureUnlessTheStaffAnswerForIt() {
        Map<String, Object> other = new HashMap<>(ready.answers(client, "OUTDOOR_WORK"));
        other.put("signature", Map.of("signedName", "X"));
        Map<String, Object> overridden = new HashMap<>(other);
        overridden.put("signature", Map.of("signedName", "X", "overrideReason", "The client can't write."));

        refused(calls.post(client.value(), "/questionnaires", other), 422, "signature-mismatch");
        refused(calls.post(clinic.artist(), "/questionnaires", other), 422, "signature-mismatch");
        refused(calls.post(client.value(), "/questionnaires", overridden), 400, "invalid-input");
        assertThat(calls.get(clinic.artist(), "/charts/" + client).body().at("/questionnaires"))
                .isEmpty();
        created(calls.post(clinic.artist(), "/questionnaires", overridden));
        assertThat(stored("Robin Test")).isEmpty();
    }

    @Test
    void takesNoLotThatIsNotTheClinicsOrNotUsableForAPatchTest() {
        Map<String, Object> expired = Ready.lot(clinic, "PIGMENT", "5");
        expired.put("expiresOn", "2020-01-31");
        Answer late = created(calls.post(clinic.artist(), "/lots", expired));
        assertThat(late.text("/status")).isEqualTo("EXPIRED");

        refused(patchTestWith(Ids.next("lot")), 400, "invalid-input");
        refused(patchTestWith(ready.lotOf(elsewhere, "PIGMENT", "5")), 400, "invalid-input");
        refused(patchTestWith(needles), 409, "lot-not-usable");
        refused(patchTestWith(late.id()), 409, "lot-not-usable");
        created(patchTestWith(pigment));
    }

    private Answer patchTestWith(String lot) {
        return calls.post(clinic.artist(), "/patch-tests", Map.of("clientId", client.value(), "lotId", lot));
    }

    @Test
    void addsADeliveryOfABatchToTheLotThatTheClinicHas() {
        Map<String, Object> first = Ready.lot(clinic, "PIGMENT", "5");
        first.put("lotNumber", "RB-" + Ids.next("n"));
        Map<String, Object> second = new HashMap<>(first);
        second.put(
                "lotNumber",
                String.valueOf(first.get("lotNumber")).toUpperCase(Locale.ROOT).replace("-", " "));
        second.put("maker", "FINE pigments");

        Answer received = created(calls.post(clinic.artist(), "/lots", first));
        Answer more = calls.post(clinic.artist(), "/lots", second);

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.id()).isEqualTo(received.id());
        assertThat(more.text("/maker")).isEqualTo("Fine Pigments");
        assertThat(more.body().at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("10");
        assertThat(eventsOf(received.id())).containsExactly("treatment.LotReceived.v1", "treatment.LotReplenished.v1");
    }

    @Test
    void correctsHoldsBackMovesAndDisposesOfALot() {
        String lot = "/lots/" + pigment;
        Map<String, Object> right = Map.of("expiresOn", "2097-01-31", "reason", "Misread the label.");
        refused(calls.post(elsewhere.manager(), lot + "/correct", right), 404, "not-found");
        refused(calls.post(clinic.desk(), lot + "/correct", right), 403, "forbidden");
        Answer corrected = calls.post(clinic.artist(), lot + "/correct", right);
        assertThat(corrected.text("/expiresOn")).isEqualTo("2097-01-31");
        assertThat(corrected.text("/corrections/0/was/expiresOn")).isEqualTo("2098-06-30");

        assertThat(calls.post(clinic.artist(), lot + "/quarantine", Map.of("reasonCode", "DAMAGED"))
                        .text("/status"))
                .isEqualTo("QUARANTINED");
        refused(patchTestWith(pigment), 409, "lot-not-usable");
        assertThat(calls.post(clinic.manager(), lot + "/release", null).text("/status"))
                .isEqualTo("RECEIVED");

        Map<String, Object> some = Map.of("clinicId", elsewhere.id().value(), "millilitres", 4);
        refused(calls.post(clinic.manager(), lot + "/transfer", some), 404, "not-found");
        assertThat(calls.post(others.boss(), lot + "/transfer", some)
                        .body()
                        .at("/remainingMillilitres")
                        .decimalValue())
                .isEqualByComparingTo("6");
        assertThat(calls.get(elsewhere.desk(), "/lots?clinicId=" + elsewhere.id())
                        .body()
                        .at("/items/0/remainingMillilitres")
                        .decimalValue())
                .isEqualByComparingTo("4");
        assertThat(calls.post(clinic.artist(), lot + "/dispose", Map.of("reasonCode", "OTHER"))
                        .text("/status"))
                .isEqualTo("DISPOSED");
    }

    @Test
    void recallsABatchInEveryClinicAndTracksWhoKnows() {
        String boss = others.boss();
        Map<String, Object> batch = Ready.lot(clinic, "PIGMENT", "5");
        pigment = created(calls.post(clinic.artist(), "/lots", batch)).id();
        Map<String, Object> there = new HashMap<>(batch);
        there.put("clinicId", elsewhere.id().value());
        there.put("lotNumber", String.valueOf(batch.get("lotNumber")).toUpperCase(Locale.ROOT));
        String otherLot =
                created(calls.post(elsewhere.artist(), "/lots", there)).id();
        String session = started("PERMANENT", "SESSION_1");
        Map<String, Object> mixed = work("0.50");
        String harmless = ready.lotOf(clinic, "PIGMENT", "5");
        mixed.put("pigments", List.of(cup(harmless, "0.50", "10"), cup(pigment, "0.25", "10")));
        assertThat(complete(session, mixed).status()).isEqualTo(200);
        Map<String, Object> wanted = Map.of(
                "maker", "fine pigments",
                "product", "GRAPHITE",
                "lotNumber", " " + batch.get("lotNumber"),
                "reason", "Bacteria were found.");

        refused(calls.post(clinic.manager(), "/recalls", wanted), 403, "forbidden");
        String recall = created(calls.post(boss, "/recalls", wanted)).id();
        refused(calls.post(boss, "/recalls", wanted), 409, "recall-known");

        assertThat(lot(pigment).at("/status").asString()).isEqualTo("RECALLED");
        refused(patchTestWith(pigment), 409, "lot-not-usable");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.get(boss, "/recalls/" + recall)
                                .body()
                                .at("/outstanding")
                                .asInt()
                        == 1);
        JsonNode seen = calls.get(boss, "/recalls/" + recall).body();
        assertThat(seen.at("/clients/0/clientId").asString()).isEqualTo(client.value());
        assertThat(seen.at("/sessions").findValuesAsString("sessionId")).containsExactly(session);
        assertThat(seen.at("/stock").findValuesAsString("lotId")).containsExactlyInAnyOrder(pigment, otherLot);

        String notices = "/recall-notices?clientId=" + client;
        JsonNode told = calls.get(client.value(), notices).body().at("/items");
        assertThat(told.findValuesAsString("recallId")).containsExactly(recall);
        assertThat(told.at("/0/acknowledgedAt").isNull()).isTrue();
        refused(calls.get(others.client(clinic).value(), notices), 404, "not-found");
        refused(calls.get(clinic.manager(), notices), 403, "forbidden");

        String acknowledge = "/recalls/" + recall + "/acknowledge";
        refused(calls.post(others.client(clinic).value(), acknowledge, null), 404, "not-found");
        refused(calls.post(clinic.manager(), acknowledge, null), 403, "forbidden");
        assertThat(calls.post(client.value(), acknowledge, null).status()).isEqualTo(200);
        assertThat(calls.post(client.value(), acknowledge, null).status()).isEqualTo(200);
        assertThat(calls.get(client.value(), notices)
                        .body()
                        .at("/items/0/acknowledgedAt")
                        .isString())
                .isTrue();
        assertThat(calls.get(boss, "/recalls/" + recall)
                        .body()
                        .at("/acknowledged")
                        .asInt())
                .isOne();
        refused(calls.get(clinic.manager(), "/recalls/" + recall), 403, "forbidden");
        refused(calls.get(clinic.manager(), "/recalls/" + recall + "/evidence"), 403, "forbidden");
    }

    @Test
    void followsAHarmFromItsReportToItsEnd() {
        String session = started("PERMANENT", "SESSION_1");
        Map<String, Object> report = new HashMap<>();
        report.put("clientId", client.value());
        report.put("sessionId", session);
        report.put("lotId", pigment);
        report.put("severity", "MODERATE");
        report.put("description", CANARY + " swelling");
        Map<String, Object> foreignLot = new HashMap<>(report);
        foreignLot.put("lotId", ready.lotOf(elsewhere, "PIGMENT", "5"));
        Map<String, Object> noSession = new HashMap<>(report);
        noSession.put("sessionId", Ids.next("ses"));

        refused(calls.post(clinic.artist(), "/adverse-events", foreignLot), 400, "invalid-input");
        refused(calls.post(clinic.artist(), "/adverse-events", noSession), 400, "invalid-input");
        refused(calls.post(clinic.desk(), "/adverse-events", report), 403, "forbidden");
        String harm =
                created(calls.post(clinic.artist(), "/adverse-events", report)).id();
        String path = "/adverse-events/" + harm;
        created(calls.post(
                clinic.artist(), path + "/follow-ups", Map.of("text", CANARY + " better", "severity", "MILD")));
        refused(calls.post(elsewhere.artist(), path + "/close", Map.of("outcome", "RECOVERED")), 404, "not-found");
        Answer closed = calls.post(clinic.manager(), path + "/close", Map.of("outcome", "RECOVERED"));

        assertThat(closed.text("/severity")).isEqualTo("MILD");
        assertThat(closed.text("/followUps/0/text")).contains("better");
        refused(calls.post(clinic.manager(), path + "/close", Map.of("outcome", "RECOVERED")), 409, "illegal-move");
        refused(calls.get(elsewhere.artist(), path), 404, "not-found");
        assertThat(calls.get(client.value(), "/charts/" + client).text("/adverseEvents/0/id"))
                .isEqualTo(harm);
        assertThat(eventsOf(harm))
                .containsExactly(
                        "treatment.AdverseEventReported.v1",
                        "treatment.AdverseEventFollowedUp.v1",
                        "treatment.AdverseEventClosed.v1");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void addsWordsToASignedSessionWithoutChangingIt() {
        String session = started("PERMANENT", "SESSION_1");
        String addenda = "/sessions/" + session + "/addenda";
        Map<String, Object> words = Map.of("text", CANARY + " was calm");
        refused(calls.post(clinic.artist(), addenda, words), 409, "illegal-move");
        complete(session, work("0.50"));

        Answer added = created(calls.post(clinic.artist(), addenda, words));

        assertThat(added.text("/addenda/0/text")).contains("calm");
        assertThat(added.text("/addenda/0/by")).isEqualTo(clinic.artist());
        assertThat(added.text("/notes")).contains("went well");
        refused(calls.post(elsewhere.artist(), addenda, words), 404, "not-found");
        refused(calls.post(client.value(), addenda, words), 403, "forbidden");
        refused(calls.post(clinic.artist(), addenda, Map.of("text", " ")), 400, "invalid-input");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void correctsAPatchTestsResultAndKeepsTheWrongOneInSight() {
        String test = created(patchTestWith(pigment)).id();
        String correct = "/patch-tests/" + test + "/correct";
        Map<String, Object> right = Map.of("result", "PASS", "reason", "Ticked the wrong box.");
        refused(calls.post(clinic.artist(), correct, right), 409, "illegal-move");
        demoClock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        calls.post(clinic.artist(), "/patch-tests/" + test + "/read", Map.of("result", "FAIL"));

        Answer corrected = calls.post(clinic.artist(), correct, right);

        assertThat(corrected.text("/result")).isEqualTo("PASS");
        assertThat(corrected.text("/corrections/0/was")).isEqualTo("FAIL");
        assertThat(corrected.text("/corrections/0/reason")).contains("wrong box");
        refused(calls.post(elsewhere.artist(), correct, right), 404, "not-found");
    }

    private static List<Answer> together(IntFunction<Answer> call) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> both = IntStream.range(0, 2)
                    .mapToObj(it -> CompletableFuture.supplyAsync(
                            () -> {
                                pass(barrier);
                                return call.apply(it);
                            },
                            threads))
                    .toList();
            return both.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void readyFor(String kind, String... services) {
        ready.papersOf(client, clinic);
        ready.planOf(client, clinic, kind, List.of(services));
    }

    private String started(String kind, String... services) {
        readyFor(kind, services);
        return created(start(others.appointment(clinic, client, services[0]))).id();
    }

    private Answer start(AppointmentId appointment) {
        return calls.post(clinic.artist(), "/sessions", Map.of("appointmentId", appointment.value()));
    }

    private Answer complete(String session, Map<String, Object> work) {
        return complete(clinic.artist(), session, work);
    }

    private Answer complete(String who, String session, Map<String, Object> work) {
        return calls.post(who, "/sessions/" + session + "/complete", work);
    }

    private Map<String, Object> work(String millilitres) {
        Map<String, Object> work = new HashMap<>();
        work.put("zones", List.of(Map.of("zone", "CROWN", "density", 120)));
        work.put("needle", Map.of("configuration", "3RL", "lotId", needles));
        work.put("pigments", List.of(cup(pigment, millilitres, "12")));
        work.put("depthMillimetres", 0.6);
        work.put("painScore", 3);
        work.put("numbing", Map.of("used", true, "product", CANARY + " cream"));
        work.put("notes", CANARY + " went well");
        return work;
    }

    private static Map<String, Object> cup(String lot, String millilitres, String dilution) {
        return Map.of("lotId", lot, "millilitres", new BigDecimal(millilitres), "dilution", new BigDecimal(dilution));
    }

    private String stateOf(String code, AppointmentId appointment) {
        return step(code, appointment).at("/state").asString();
    }

    private JsonNode step(String code, AppointmentId appointment) {
        for (JsonNode it :
                calls.get(clinic.desk(), "/readiness/" + appointment).body().at("/steps")) {
            if (it.at("/code").asString().equals(code)) {
                return it;
            }
        }
        throw new AssertionError("No step " + code);
    }

    private JsonNode lot(String id) {
        for (JsonNode it :
                calls.get(clinic.desk(), "/lots?clinicId=" + clinic.id()).body().at("/items")) {
            if (it.at("/id").asString().equals(id)) {
                return it;
            }
        }
        throw new AssertionError("No lot " + id);
    }

    private JsonNode touchUp() {
        return calls.get(client.value(), "/touch-ups?clientId=" + client).body().at("/items/0");
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

    private List<String> eventsOf(String aggregate) {
        List<String> types = new ArrayList<>();
        mongo.getCollection("events")
                .find(new Document("aggregateId", aggregate))
                .sort(new Document("version", 1))
                .forEach(it -> types.add(it.getString("type")));
        return types;
    }

    private List<String> stored(String text) {
        List<String> found = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            for (RawBsonDocument it : mongo.getCollection(collection).find(RawBsonDocument.class)) {
                if (new String(it.getByteBuffer().array(), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(collection);
                }
            }
        }
        return found;
    }

    private static void refused(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("/problems/" + slug);
    }
}
