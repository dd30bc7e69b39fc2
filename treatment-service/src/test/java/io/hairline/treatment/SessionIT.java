package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A session from its start to its signature: what is decided, who wins, and who may see what. */
@OnTreatment
class SessionIT extends TreatmentScenario {

    @Test
    void takesAClientFromRedToTheChairAndPlansTheTouchUp() {
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("CONSENT", appointment)).isEqualTo("MISSING");
        refused(start(appointment), 409, "not-ready");
        assertThat(start(appointment).body().at("/steps")).hasSize(14);

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
        assertThat(completed.text("/chairId")).startsWith("chr_");
        assertThat(completed.text("/price/amount")).isEqualTo("1000.00");
        assertThat(lot(pigment).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("8.5");
        assertThat(lot(needles).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("49");
        assertThat(calls.get(client.value(), "/plans?clientId=" + client).text("/items/0/status"))
                .isEqualTo("FULFILLED");
        JsonNode touchUp = touchUp();
        LocalDate due =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")).plusMonths(24);
        assertThat(touchUp.at("/window/due").asString()).isEqualTo(due.toString());
        assertThat(touchUp.at("/reasons").toString())
                .isEqualTo("[\"LIGHT_SKIN\",\"OILY_SKIN\",\"OUTDOOR_WORK\",\"FEW_SESSIONS\"]");
        assertThat(eventsOf(session)).containsExactly("treatment.SessionStarted.v1", "treatment.SessionCompleted.v1");
        JsonNode chart = calls.get(clinic.artist(), "/charts/" + client).body();
        assertThat(chart.at("/sessions/0/id").asString()).isEqualTo(session);
        assertThat(chart.at("/touchUps/0")).isEqualTo(touchUp);
        refused(complete(session, work("1.50")), 409, "illegal-move");
        refused(start(appointment), 409, "illegal-move");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void keepsPassesMachineAndReactionsInTheChartAlone() {
        String session = started("PERMANENT", "SESSION_1");
        Map<String, Object> work = work("0.25");
        work.put("zones", List.of(Map.of("zone", "CROWN", "density", 120, "passes", 0)));
        refused(complete(session, work), 400, "invalid-input");
        work.put(
                "zones",
                List.of(
                        Map.of("zone", "CROWN", "density", 120, "passes", 2),
                        Map.of("zone", "FORELOCK", "density", 90)));
        work.put("machine", CANARY + " pen");
        work.put("volts", 7.5);
        work.put("singleUse", false);
        assertThat(complete(session, work).text("/errors/0/field")).isEqualTo("singleUse");
        work.put("singleUse", true);
        work.put("reactions", CANARY + " redness");

        JsonNode signed = complete(session, work).body();

        assertThat(signed.at("/zones/0/passes").asInt()).isEqualTo(2);
        assertThat(signed.at("/zones/1/passes").isNull()).isTrue();
        assertThat(signed.at("/machine").asString()).isEqualTo(CANARY + " pen");
        assertThat(signed.at("/volts").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(signed.at("/singleUse").asBoolean()).isTrue();
        assertThat(signed.at("/reactions").asString()).isEqualTo(CANARY + " redness");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void saysOfEachLotWhatItsLabelSaysToThoseWhoReadTheSession() {
        String session = started("PERMANENT", "SESSION_1");
        String more = ready.lotOf(clinic, "PIGMENT", "5");
        Map<String, Object> work = work("0.25");
        work.put("pigments", List.of(cup(1, pigment, "0.25"), cup(1, more, "0.25"), cup(2, pigment, "0.25")));
        assertThat(complete(session, work).status()).isEqualTo(200);
        created(calls.post(clinic.artist(), "/sessions/" + session + "/addenda", Map.of("text", "Slept badly.")));

        for (String who : List.of(client.value(), clinic.artist(), clinic.manager())) {
            JsonNode seen = calls.get(who, "/sessions/" + session).body();
            assertThat(seen.at("/lots").findValuesAsString("lotId")).containsExactly(pigment, more, needles);
            assertThat(seen.at("/lots/0/maker").asString()).isEqualTo("Fine Pigments");
            assertThat(seen.at("/lots/0/product").asString()).isEqualTo("Graphite");
            assertThat(seen.at("/lots/0/colourIndex").asString()).isEqualTo("CI 77266");
            assertThat(seen.at("/lots/0/lotNumber").asString())
                    .isEqualTo(lot(pigment).at("/lotNumber").asString());
            assertThat(seen.at("/lots/2/expiresOn").asString()).isEqualTo("2098-06-30");
            assertThat(seen.at("/addenda/0/byName").asString()).isEqualTo("Kim");
            assertThat(calls.get(who, "/charts/" + client).body().at("/sessions/0"))
                    .isEqualTo(seen);
        }
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
    void takesAStartBackThatWasAMistakeAndStartsAgain() {
        readyFor("PERMANENT", "SESSION_1");
        AppointmentId appointment = others.appointment(clinic, client, "SESSION_1");
        String session = start(appointment).id();
        refused(undoStart(session, "BECAUSE"), 400, "invalid-input");

        Answer undone = undoStart(session, "WRONG_APPOINTMENT");

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.body().at("/status").asString()).isEqualTo("START_UNDONE");
        assertThat(calls.get(clinic.artist(), "/charts/" + client).body().at("/sessions"))
                .isEmpty();
        refused(undoStart(session, "WRONG_APPOINTMENT"), 409, "illegal-move");
        refused(complete(session, work("1.00")), 409, "illegal-move");
        Answer again = start(appointment);
        assertThat(again.id()).isEqualTo(session);
        assertThat(complete(session, work("1.00")).status()).isEqualTo(200);
        refused(undoStart(session, "OTHER"), 409, "illegal-move");
        assertThat(eventsOf(session))
                .containsExactly(
                        "treatment.SessionStarted.v1",
                        "treatment.SessionStartUndone.v1",
                        "treatment.SessionStarted.v1",
                        "treatment.SessionCompleted.v1");
    }

    private Answer undoStart(String session, String reasonCode) {
        return calls.post(clinic.artist(), "/sessions/" + session + "/undo-start", Map.of("reasonCode", reasonCode));
    }

    @Test
    void drawsTheLastMillilitreOnceAndRecordsItOfBothSessionsThatHadItInTheChair() {
        pigment = ready.lotOf(clinic, "PIGMENT", "1");
        String one = started("PERMANENT", "SESSION_1");
        client = others.client(clinic);
        String other = started("PERMANENT", "SESSION_1");

        List<Answer> ends = together(it -> complete(it == 0 ? one : other, work("1.00")));

        assertThat(ends.stream().map(Answer::status)).containsExactly(200, 200);
        assertThat(ends.stream()
                        .map(it -> it.body().at("/lots/0/stateWhenSigned").asString("")))
                .as("one drew it, the other found it empty")
                .containsExactlyInAnyOrder("", "EMPTY");
        assertThat(lot(pigment).at("/status").asString()).isEqualTo("EMPTY");
        assertThat(lot(pigment).at("/remainingMillilitres").decimalValue()).isZero();
        assertThat(lot(needles).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("48");
        assertThat(eventsOf(pigment)).containsExactly("treatment.LotReceived.v1", "treatment.LotDrawn.v1");
        client = others.client(clinic);
        String late = started("PERMANENT", "SESSION_1");
        refused(complete(late, work("1.00")), 409, "lot-not-usable");
        assertThat(eventsOf(late)).containsExactly("treatment.SessionStarted.v1");
    }

    @Test
    void recordsALotThatWasHeldBackWhileTheClientWasInTheChair() {
        String session = started("PERMANENT", "SESSION_1");
        String began = calls.get(clinic.artist(), "/sessions/" + session).text("/startedAt");
        assertThat(calls.post(clinic.artist(), "/lots/" + pigment + "/quarantine", Map.of("reasonCode", "DAMAGED"))
                        .status())
                .isEqualTo(200);
        String nameable = "/lots?clinicId=" + clinic.id() + "&usableSince=";
        assertThat(calls.get(clinic.artist(), nameable + began)
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .contains(pigment, needles);

        Answer signed = complete(session, work("0.50"));

        assertThat(signed.status()).as(signed.body().toString()).isEqualTo(200);
        assertThat(signed.text("/lots/0/stateWhenSigned")).isEqualTo("QUARANTINED");
        assertThat(signed.body().at("/lots/1/stateWhenSigned").isNull()).isTrue();
        assertThat(lot(pigment).at("/status").asString()).isEqualTo("QUARANTINED");
        assertThat(lot(pigment).at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("9.5");
        client = others.client(clinic);
        String later = started("PERMANENT", "SESSION_1");
        refused(complete(later, work("0.50")), 409, "lot-not-usable");
        assertThat(calls.get(
                                clinic.artist(),
                                nameable
                                        + calls.get(clinic.artist(), "/sessions/" + later)
                                                .text("/startedAt"))
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .contains(needles)
                .doesNotContain(pigment);
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
        wrong.put("pigments", List.of(cup(pigment, "0.50", "61"), cup(11, pigment, "0.50")));
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
                .containsExactlyInAnyOrder(
                        "zones[0].density", "pigments[0].dilution", "pigments[1].cup", "depthMillimetres", "painScore");
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
}
