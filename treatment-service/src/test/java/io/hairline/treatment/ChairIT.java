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
    void takesHerFromRedToTheChairAndPlansHerTouchUp() {
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("CONSENT", appointment)).isEqualTo("MISSING");
        refused(start(appointment), 409, "not-ready");
        assertThat(start(appointment).body().at("/steps")).hasSize(8);

        readyFor("PERMANENT", "SESSION_1");
        assertThat(calls.get(client.value(), "/readiness/" + appointment).text("/light"))
                .isEqualTo("GREEN");
        String session = created(start(appointment)).id();
        assertThat(calls.get(clinic.desk(), "/readiness/" + appointment).text("/light"))
                .as("she who sits in the chair isn't in her own way")
                .isEqualTo("GREEN");
        Answer completed = complete(session, work("1.50"));

        assertThat(completed.status()).as(completed.body().toString()).isEqualTo(200);
        assertThat(completed.text("/notes")).contains(CANARY);
        assertThat(completed.body().at("/price/amount").decimalValue()).isEqualByComparingTo("1000");
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

        demoClock.moveTo(clock.instant().plus(Duration.ofDays(8)));
        assertThat(stateOf("HEALING_GAP", second)).isEqualTo("WARNING");
        assertThat(calls.get(clinic.desk(), "/readiness/" + second).text("/light"))
                .isEqualTo("AMBER");
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("ACCEPTED");
        assertThat(complete(created(start(second)).id(), work("0.50")).status()).isEqualTo(200);
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("FULFILLED");
    }

    @Test
    void isNotReadyAnyMoreWhenSheTakesHerConsentBack() {
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
        refused(calls.post(clinic.artist(), "/lots", twice), 409, "lot-known");
        assertThat(eventsOf(session)).hasSize(1);
        assertThat(calls.get(clinic.artist(), "/lots?clinicId=" + clinic.id())
                        .body()
                        .at("/items"))
                .hasSize(3);
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
            refused(calls.post(who, "/sessions", Map.of("appointmentId", appointment)), 404, "not-found");
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
        for (JsonNode it :
                calls.get(clinic.desk(), "/readiness/" + appointment).body().at("/steps")) {
            if (it.at("/code").asString().equals(code)) {
                return it.at("/state").asString();
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
