package io.hairline.booking.appointment.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.diary.Occupancy;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestPlaced;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStartUndone;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.contracts.treatment.TreatmentEvent.StockHeldBack;
import io.hairline.contracts.treatment.TreatmentEvent.StockUsableAgain;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

@OnBooking
class VisitIT {

    /** Most come at once; the rest is for a busy machine. */
    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    DemoClock clock;

    @Autowired
    MongoTemplate mongo;

    private Calls calls;
    private TestClinic clinic;
    private String client;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        client = Town.client(calls, clinic);
    }

    private String book(String serviceCode, Instant startsAt) {
        Answer booked = calls.post(client, "/appointments", clinic.slotFor(client, serviceCode, startsAt));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        return booked.id();
    }

    private Answer act(String id, String what) {
        return calls.post(clinic.desk(), "/appointments/" + id + "/" + what, null);
    }

    private String status(String id) {
        return calls.get(client, "/appointments/" + id).text("/status");
    }

    private void awaitStatus(String id, String status) {
        await().atMost(A_MOMENT).untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    @Test
    void checksInOnTheDayAloneAndTakesItBack() {
        String id = book("TOUCH_UP", clinic.at(10, 0));

        Answer early = act(id, "check-in");

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("/problems/wrong-day");
        assertThat(act(id, "undo-check-in").problem()).isEqualTo("/problems/illegal-move");
        clock.moveTo(clinic.at(9, 30));
        String path = "/appointments/" + id + "/check-in";
        assertThat(calls.post(clinic.desk(), path, Map.of("reasonCode", "BECAUSE"))
                        .text("/errors/0/field"))
                .isEqualTo("reasonCode");
        assertThat(calls.post(clinic.desk(), path, Map.of("reasonCode", "ARRIVED"))
                        .text("/status"))
                .isEqualTo("CHECKED_IN");
        assertThat(act(id, "check-in").problem()).isEqualTo("/problems/illegal-move");
        assertThat(act(id, "undo-check-in").text("/status")).isEqualTo("CONFIRMED");
        assertThat(calls.get(client, "/appointments/" + id + "/history")
                        .body()
                        .at("/items")
                        .findValuesAsString("type"))
                .endsWith("booking.ClientCheckedIn.v1", "booking.CheckInUndone.v1");
    }

    @Test
    void namesWhatCanBeRecordedNow() {
        String id = book("TOUCH_UP", clinic.at(10, 0));
        assertThat(steps(id)).isEmpty();

        clock.moveTo(clinic.at(9, 30));
        assertThat(steps(id)).containsExactly("CHECK_IN");
        assertThat(act(id, "check-in").status()).isEqualTo(200);
        assertThat(steps(id)).containsExactly("UNDO_CHECK_IN");
        assertThat(act(id, "undo-check-in").status()).isEqualTo(200);
        clock.moveTo(clinic.at(10, 0));
        assertThat(steps(id)).containsExactly("CHECK_IN", "NO_SHOW_IN_GRACE");
        clock.moveTo(clinic.at(10, 16));
        awaitStatus(id, "NO_SHOW");
        assertThat(steps(id)).containsExactly("CHECK_IN");
    }

    private List<String> steps(String id) {
        return calls.get(clinic.desk(), "/appointments/" + id)
                .body()
                .at("/steps")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void owesTheFeeOfTheBookingsPolicyBesideWhatWasPaidBefore() {
        String id = book("TOUCH_UP", clinic.at(10, 0));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                Update.update(
                        "policy.deposit", new DepositRule(20, BigDecimal.valueOf(100), BigDecimal.valueOf(80), null)),
                "appointments");
        assertThat(pay(id, "30.00").status()).isEqualTo(201);
        assertThat(calls.get(client, "/appointments/" + id + "/cancellation-cost")
                        .text("/noShowFee/amount"))
                .isEqualTo("80.00");

        clock.moveTo(clinic.at(11, 0));

        awaitStatus(id, "NO_SHOW");
        assertThat(pay(id, "80.01").text("/owed/amount")).isEqualTo("80.00");
        assertThat(pay(id, "80.00").status()).isEqualTo(201);
        assertThat(pay(id, "1.00").text("/owed/amount")).isEqualTo("0.00");
        await().atMost(A_MOMENT)
                .untilAsserted(() -> assertThat(calls.get(client, "/ledger?appointmentId=" + id)
                                .body()
                                .at("/items")
                                .findValuesAsString("kind"))
                        .containsExactly("DEPOSIT_HELD", "NO_SHOW_FEE", "DEPOSIT_FORFEITED", "PAYMENT"));
    }

    @Test
    void freesAClientOfTheFeeIfTheManagerSaysSo() {
        String id = book("TOUCH_UP", clinic.at(12, 0));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                Update.update(
                        "policy.deposit", new DepositRule(20, BigDecimal.valueOf(100), BigDecimal.valueOf(80), null)),
                "appointments");
        assertThat(waive(clinic.manager(), id, "ILLNESS").problem()).isEqualTo("/problems/illegal-move");
        clock.moveTo(clinic.at(13, 0));
        awaitStatus(id, "NO_SHOW");
        assertThat(calls.get(clinic.desk(), "/appointments/" + id).text("/noShowFee/amount"))
                .isEqualTo("80.00");

        assertThat(waive(clinic.desk(), id, "ILLNESS").status()).isEqualTo(403);
        assertThat(waive(clinic.manager(), id, "BECAUSE").text("/errors/0/field"))
                .isEqualTo("reasonCode");
        Answer waived = waive(clinic.manager(), id, "ILLNESS");

        assertThat(waived.status()).as("%s", waived).isEqualTo(200);
        assertThat(waived.text("/status")).isEqualTo("NO_SHOW");
        assertThat(waived.body().path("noShowFee").isMissingNode()
                        || waived.body().path("noShowFee").isNull())
                .isTrue();
        assertThat(waive(clinic.manager(), id, "ILLNESS").problem()).isEqualTo("/problems/illegal-move");
        assertThat(pay(id, "80.00").text("/owed/amount")).isEqualTo("0.00");
        await().atMost(A_MOMENT)
                .untilAsserted(() -> assertThat(calls.get(client, "/ledger?appointmentId=" + id)
                                .body()
                                .at("/items")
                                .findValuesAsString("kind"))
                        .containsExactly("NO_SHOW_FEE", "NO_SHOW_FEE_WAIVED"));
    }

    private Answer waive(String caller, String id, String reasonCode) {
        return calls.post(
                caller,
                "/appointments/" + id + "/waive-fee",
                Map.of("reasonCode", reasonCode, "reason", "The client was in hospital."));
    }

    private Answer pay(String id, String amount) {
        return calls.post(
                clinic.desk(),
                "/payments",
                Map.of("appointmentId", id, "amount", Map.of("amount", amount, "currency", "GBP"), "method", "CASH"));
    }

    @Test
    void countsAsANoShowWhoNeverCheckedInUntilTheyComeThatDay() {
        String id = book("TOUCH_UP", clinic.at(10, 0));

        clock.moveTo(clinic.at(10, 16));

        awaitStatus(id, "NO_SHOW");
        Answer late = act(id, "check-in");
        assertThat(late.status()).as(late.body().toString()).isEqualTo(200);
        assertThat(late.text("/status")).isEqualTo("CHECKED_IN");
    }

    @Test
    void saysWhoReceivedALateClientAndWhy() {
        String id = book("TOUCH_UP", clinic.at(10, 0));
        clock.moveTo(clinic.at(10, 16));
        awaitStatus(id, "NO_SHOW");
        String path = "/appointments/" + id + "/check-in";
        assertThat(calls.post(clinic.desk(), path, Map.of("override", grace("BECAUSE")))
                        .text("/errors/0/field"))
                .isEqualTo("override.reasonCode");

        Answer late = calls.post(clinic.manager(), path, Map.of("override", grace("GOODWILL")));

        assertThat(late.status()).as("%s", late).isEqualTo(200);
        assertThat(late.text("/graceOverride/rules/0")).isEqualTo("GRACE");
        assertThat(late.text("/graceOverride/roleCode")).isEqualTo("CLINIC_MANAGER");
        Answer history = calls.get(clinic.manager(), "/appointments/" + id + "/history");
        assertThat(history.body().at("/items").findValuesAsString("type"))
                .containsSubsequence("booking.AppointmentNoShow.v1", "booking.ClientCheckedIn.v1");
        assertThat(history.body().toString()).contains("GOODWILL", "The train stood still.");
        Answer undone = calls.post(clinic.desk(), "/appointments/" + id + "/undo-check-in", Map.of());
        assertThat(undone.text("/graceOverride")).isEmpty();
    }

    @Test
    void letsTheManagerAloneNotWaitForTheEndOfTheGracePeriod() {
        String id = book("TOUCH_UP", clinic.at(10, 0));
        clock.moveTo(clinic.at(10, 5));
        Map<String, Object> body = Map.of("reasonCode", "DID_NOT_COME", "override", grace("CLIENT_REQUEST"));
        String path = "/appointments/" + id + "/no-show";
        assertThat(calls.post(clinic.manager(), path, Map.of("reasonCode", "DID_NOT_COME"))
                        .problem())
                .isEqualTo("/problems/illegal-move");
        Answer desk = calls.post(clinic.desk(), path, body);
        assertThat(desk.status()).isEqualTo(400);
        assertThat(desk.text("/errors/0/field")).isEqualTo("override.rules");

        Answer noted = calls.post(clinic.manager(), path, body);

        assertThat(noted.status()).as("%s", noted).isEqualTo(200);
        assertThat(noted.text("/status")).isEqualTo("NO_SHOW");
        assertThat(noted.text("/graceOverride/reasonCode")).isEqualTo("CLIENT_REQUEST");
    }

    @Test
    void receivesNobodyForATreatmentWhereNothingMayBeUsedUnlessSomebodyAnswersForIt() {
        String treatment = book("TOUCH_UP", clinic.at(10, 0));
        String talk = book("CONSULTATION", clinic.at(13, 0));
        clock.moveTo(clinic.at(9, 50));
        others.tell(new StockHeldBack(clinic.id(), "PIGMENT", "RECALLED"));
        assertThat(calls.get(clinic.desk(), "/held-back-stock?clinicId=" + clinic.id())
                        .text("/items/0/reasonCode"))
                .isEqualTo("RECALLED");

        Answer refused = act(treatment, "check-in");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/stock-held-back");
        assertThat(refused.text("/reasonCode")).isEqualTo("RECALLED");
        assertThat(refused.text("/detail")).contains("override STOCK");
        assertThat(act(talk, "check-in").status()).isEqualTo(200);
        String path = "/appointments/" + treatment + "/check-in";
        Map<String, Object> why = Map.of(
                "override",
                Map.of("rules", List.of("STOCK"), "reasonCode", "CLIENT_REQUEST", "reason", "A bottle is on its way."));
        assertThat(calls.post(clinic.desk(), path, why).text("/errors/0/field")).isEqualTo("override.rules");

        Answer received = calls.post(clinic.manager(), path, why);
        assertThat(received.status()).as("%s", received).isEqualTo(200);
        assertThat(received.body().at("/graceOverride/rules").toString()).isEqualTo("[\"STOCK\"]");
        assertThat(received.text("/graceOverride/roleCode")).isEqualTo("CLINIC_MANAGER");
        assertThat(calls.get(clinic.manager(), "/appointments/" + treatment + "/history")
                        .body()
                        .toString())
                .contains("STOCK", "A bottle is on its way.");

        assertThat(act(treatment, "undo-check-in").status()).isEqualTo(200);
        others.tell(new StockUsableAgain(clinic.id(), "PIGMENT"));
        assertThat(act(treatment, "check-in").status()).isEqualTo(200);
    }

    @Test
    void givesTheDeskATaskForATreatmentWithoutMaterialUntilThereIsSome() {
        String id = book("TOUCH_UP", clinic.at(10, 0));
        AppointmentId appointment = new AppointmentId(id);
        ClientId whose = new ClientId(client);
        others.tell(new ReadinessBlocked(appointment, whose, clinic.id(), "HEALING"));
        others.tell(new ReadinessBlocked(appointment, whose, clinic.id(), "LOT"));
        Answer open = calls.get(clinic.desk(), "/tasks?clinicId=" + clinic.id() + "&status=OPEN");
        assertThat(open.body().at("/items").findValuesAsString("kind")).containsExactly("NO_MATERIAL");
        assertThat(open.text("/items/0/appointment/id")).isEqualTo(id);

        others.tell(new ReadinessUnblocked(appointment, whose, clinic.id(), "LOT"));
        assertThat(calls.get(clinic.desk(), "/tasks?clinicId=" + clinic.id() + "&status=DONE")
                        .text("/items/0/doneBecause"))
                .isEqualTo("MATERIAL_THERE");
    }

    private static Map<String, Object> grace(String reasonCode) {
        return Map.of("rules", List.of("GRACE"), "reasonCode", reasonCode, "reason", "The train stood still.");
    }

    @Test
    void doesNotTakeATimeBackThatAnotherAppointmentHas() {
        String id = book("CONSULTATION", clinic.at(12, 0));
        String other = Town.client(calls, clinic);
        clock.moveTo(clinic.at(9, 0));
        String theirs = calls.post(other, "/appointments", clinic.slotFor(other, "CONSULTATION", clinic.at(13, 0)))
                .id();
        clock.moveTo(clinic.at(12, 16));
        awaitStatus(id, "NO_SHOW");
        mongo.getCollection("appointments")
                .updateOne(new Document("_id", theirs), new Document("$set", new Document("claims", claims(id))));

        Answer late = act(id, "check-in");

        assertThat(late.status()).as(late.body().toString()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("/problems/slot-taken");
        assertThat(status(id)).isEqualTo("NO_SHOW");
    }

    /** As if the other appointment had been booked into the time that the no-show left. */
    private List<String> claims(String id) {
        return Objects.requireNonNull(mongo.findById(new AppointmentId(id), Appointment.class))
                .occupied()
                .claims()
                .stream()
                .filter(it -> !Occupancy.isClients(it))
                .toList();
    }

    @Test
    void completesAPatchTestsAppointmentWhenTheTestIsPlaced() {
        String id = book("PATCH_TEST", clinic.at(11, 0));
        clock.moveTo(clinic.at(11, 20));
        awaitStatus(id, "NO_SHOW");

        others.tellAt(
                clinic.at(11, 20),
                new PatchTestPlaced(new PatchTestId(Ids.next(PatchTestId.PREFIX)), new ClientId(client), clinic.id()));

        awaitStatus(id, "COMPLETED");
    }

    @Test
    void followsAStartThatWasAMistakeBackToTheCheckIn() {
        String id = book("SESSION_1", clinic.at(10, 0));
        SessionId session = new SessionId(Ids.next(SessionId.PREFIX));
        AppointmentId appointment = new AppointmentId(id);
        ClientId whose = new ClientId(client);
        clock.moveTo(clinic.at(10, 0));
        others.tell(new SessionStarted(
                session, appointment, whose, clinic.id(), clinic.practitioner(), "SESSION_1", null, clinic.at(10, 0)));
        awaitStatus(id, "IN_CHAIR");

        others.tell(new SessionStartUndone(session, appointment, whose, clinic.id(), "WRONG_APPOINTMENT"));

        awaitStatus(id, "CHECKED_IN");
        assertThat(act(id, "undo-check-in").status()).isEqualTo(200);
    }

    @Test
    void showsWhatWasDoneOnTheDayItWasDone() {
        String id = book("SESSION_1", clinic.at(10, 0));
        LocalDate before = clinic.day().minusDays(4);
        Instant done = clinic.at(before, 14, 0);

        others.tell(new SessionCompleted(
                new SessionId(Ids.next(SessionId.PREFIX)),
                new AppointmentId(id),
                new ClientId(client),
                clinic.id(),
                clinic.practitioner(),
                "SESSION_1",
                null,
                clinic.at(before, 10, 0),
                done,
                List.of(),
                new Needle("3RL", new LotId(Ids.next(LotId.PREFIX))),
                List.of(),
                null));

        awaitStatus(id, "COMPLETED");
        assertThat(OffsetDateTime.parse(calls.get(client, "/appointments/" + id).text("/doneAt"))
                        .toInstant())
                .isEqualTo(done);
        assertThat(idsOn(before)).containsExactly(id);
        assertThat(idsOn(clinic.day())).isEmpty();
    }

    private List<String> idsOn(LocalDate day) {
        return calls.get(clinic.desk(), "/appointments?clinicId=" + clinic.id() + "&date=" + day)
                .body()
                .at("/items")
                .findValuesAsString("id");
    }

    @Test
    void takesReasonCodesOfTheListAloneAndNamesThem() {
        String id = book("TOUCH_UP", clinic.at(10, 0));
        String path = "/appointments/" + id;

        for (String move : List.of("/cancel", "/no-show")) {
            Answer refused = calls.post(clinic.desk(), path + move, Map.of("reasonCode", "BECAUSE"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo("reasonCode");
            assertThat(refused.text("/errors/0/message"))
                    .contains(move.equals("/cancel") ? "CLIENT_REQUEST" : "DID_NOT_COME");
        }
        Answer moved = calls.post(
                client,
                path + "/reschedule",
                Map.of("startsAt", clinic.at(14, 0).toString(), "reasonCode", "CLIENT_ABSENT"));
        assertThat(moved.text("/errors/0/field")).isEqualTo("reasonCode");
        assertThat(calls.get(client, "/reason-codes").body().toString()).contains("CANCEL", "ILLNESS", "DID_NOT_COME");
        assertThat(calls.get(client, "/reason-codes?limit=1").body().at("/items"))
                .hasSize(1);
    }
}
