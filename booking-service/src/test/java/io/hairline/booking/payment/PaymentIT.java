package io.hairline.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Money that is taken and given back, with a provider that declines, thinks, loses answers and calls back. */
@OnBooking
class PaymentIT {

    private static final Map<String, String> CLIENTS_WISH = Map.of("reasonCode", "CLIENT_REQUEST");

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    MongoTemplate mongo;

    private Calls calls;
    private TestClinic clinic;
    private String client;

    @BeforeEach
    void openAClinic() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 2, 2);
        client = Town.client(calls, clinic);
    }

    private static Map<String, String> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    private Answer pay(String what, String id, Map<String, ?> amount, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put(what, id);
        body.put("amount", amount);
        body.put("method", "CARD");
        return calls.post(clinic.desk(), "/payments", body);
    }

    private String touchUp(TestClinic where) {
        Answer booked = calls.post(client, "/appointments", where.slotFor(client, "TOUCH_UP", where.at(10, 0)));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        return booked.id();
    }

    private Answer course() {
        PlanId plan = new PlanId(Ids.next(PlanId.PREFIX));
        Money price = new Money(BigDecimal.valueOf(700), "GBP");
        others.tell(new PlanAccepted(
                plan,
                new ClientId(client),
                clinic.id(),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(it -> new PlannedSession("SESSION_" + it, price))
                        .toList(),
                new Money(BigDecimal.valueOf(2_300), "GBP")));
        Answer booked = calls.post(
                clinic.desk(),
                "/courses",
                Map.of(
                        "clientId",
                        client,
                        "planId",
                        plan.value(),
                        "propose",
                        Map.of(
                                "from",
                                clinic.day().toString(),
                                "clinicIds",
                                List.of(clinic.id().value()))));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        return booked;
    }

    private BigDecimal refunded(String query) {
        return calls.get(clinic.manager(), "/payments?" + query)
                .body()
                .path("items")
                .valueStream()
                .map(it -> new BigDecimal(it.at("/refunded/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void awaitRefunded(String query, String amount) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(refunded(query)).isEqualByComparingTo(amount));
    }

    private void cancel(String appointment) {
        assertThat(calls.post(client, "/appointments/" + appointment + "/cancel", CLIENTS_WISH)
                        .status())
                .isEqualTo(200);
    }

    private BigDecimal quoted(String appointment) {
        return new BigDecimal(calls.get(client, "/appointments/" + appointment + "/cancellation-cost")
                .text("/refund/amount"));
    }

    private Answer sell(String who, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "clientId",
                client,
                "clinicId",
                clinic.id().value(),
                "amount",
                money("24.00", "GBP"),
                "tax",
                money("4.00", "GBP"),
                "method",
                "CASH",
                "kind",
                "SALE_SPF"));
        body.putAll(more);
        return calls.post(who, "/payments", body);
    }

    @Test
    void saysWhatIsStillToBePaidForASession() {
        Answer course = course();
        String session = course.text("/sessions/0/appointmentId");
        String path = "/appointments/" + session + "/owed";
        assertThat(calls.get(client, path).body().path("owed").isNull())
                .as("its course waits for the deposit")
                .isTrue();
        assertThat(pay("courseId", course.id(), money("460.00", "GBP"), Map.of())
                        .status())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(calls.get(client, path).text("/owed/amount")).isEqualTo("700.00"));

        assertThat(pay("appointmentId", session, money("100.00", "GBP"), Map.of())
                        .status())
                .isEqualTo(201);

        assertThat(calls.get(clinic.desk(), path).text("/owed/amount")).isEqualTo("600.00");
        assertThat(calls.get(town.clinic("Europe/London", 1, 1).desk(), path).status())
                .isEqualTo(404);
    }

    /** Otherwise a client's own word would confirm a course, and be given back as money. */
    @Test
    void takesCashAtTheDeskAlone() {
        String appointment = touchUp(clinic);
        Map<String, Object> cash =
                Map.of("appointmentId", appointment, "amount", money("100.00", "GBP"), "method", "CASH");

        assertThat(calls.post(client, "/payments", cash).status()).isEqualTo(403);
        assertThat(calls.post("gst_cash", "/payments", cash).status()).isEqualTo(403);

        assertThat(calls.get(client, "/payments?appointmentId=" + appointment)
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(calls.post(clinic.desk(), "/payments", cash).status()).isEqualTo(201);
    }

    @Test
    void sellsAProductWithoutAnAppointmentAndTakesItBack() {
        Answer sold = sell(clinic.desk(), Map.of());

        assertThat(sold.status()).as(sold.body().toString()).isEqualTo(201);
        assertThat(sold.text("/kind")).isEqualTo("SALE_SPF");
        assertThat(calls.get(clinic.desk(), "/ledger?clientId=" + client)
                        .body()
                        .at("/items/1/kind")
                        .asString())
                .isEqualTo("PRODUCT_SOLD");
        Answer paid = calls.get(clinic.desk(), "/payments?clientId=" + client);
        assertThat(paid.body().path("items").size()).isEqualTo(1);
        assertThat(paid.text("/items/0/id")).isEqualTo(sold.id());
        assertThat(calls.get(town.clinic("Europe/London", 1, 1).desk(), "/payments?clientId=" + client)
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(calls.get(clinic.desk(), "/payments?courseId=crs_01jb0000000000000000000000&clientId=" + client)
                        .text("/errors/0/field"))
                .isEqualTo("clientId");
        Answer back = calls.post(clinic.manager(), "/payments/" + sold.id() + "/refund", CLIENTS_WISH);
        assertThat(back.status()).as(back.body().toString()).isBetween(200, 202);
        Answer ledger = calls.get(clinic.desk(), "/ledger?clientId=" + client);
        assertThat(ledger.body().path("items").size()).isEqualTo(4);
        assertThat(new BigDecimal(ledger.text("/items/3/balance/amount"))).isZero();
    }

    @Test
    void sellsNothingToStrangersAndNamesWhatIsWrong() {
        String touchUp = touchUp(clinic);

        assertThat(sell(client, Map.of()).status()).isEqualTo(403);
        assertThat(sell(town.clinic("Europe/London", 1, 1).desk(), Map.of()).status())
                .isEqualTo(404);
        assertThat(sell(clinic.desk(), Map.of("kind", "SALE_CAR")).text("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(sell(clinic.desk(), Map.of("kind", "PREPAID")).text("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(sell(clinic.desk(), Map.of("appointmentId", touchUp)).text("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(pay("appointmentId", touchUp, money("5.00", "GBP"), Map.of("kind", "SALE_SPF"))
                        .text("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(calls.get(clinic.desk(), "/ledger?clientId=" + client)
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void paysBackWhatItQuotesUntilTheWholeDepositIsBack() {
        Answer course = course();
        List<String> sessions = course.body().path("sessions").findValuesAsString("appointmentId");
        pay("courseId", course.id(), money("460.00", "GBP"), Map.of());
        pay("appointmentId", sessions.getFirst(), money("10.00", "GBP"), Map.of());

        assertThat(quoted(sessions.getFirst())).isEqualByComparingTo("163.34");
        cancel(sessions.getFirst());
        awaitRefunded("appointmentId=" + sessions.getFirst(), "10.00");
        awaitRefunded("courseId=" + course.id(), "153.34");
        assertThat(quoted(sessions.get(1))).isEqualByComparingTo("153.33");
        cancel(sessions.get(1));
        cancel(sessions.get(2));
        awaitRefunded("courseId=" + course.id(), "460.00");
    }

    @Test
    void saysThatNothingIsLostOfAFreeVisit() {
        String visit = calls.post(client, "/appointments", clinic.slotFor(client, "CONSULTATION", clinic.at(10, 0)))
                .id();

        Answer cost = calls.get(client, "/appointments/" + visit + "/cancellation-cost");

        assertThat(new BigDecimal(cost.text("/lost/amount"))).isEqualByComparingTo("0");
        assertThat(cost.text("/rule/code")).isEqualTo("NOTHING_PAID");
        assertThat(cost.text("/rule/description")).contains("nothing is lost");
    }

    @Test
    void takesNoMoreThanIsOwedUnlessItIsSaidToBeMore() {
        String visit = calls.post(client, "/appointments", clinic.slotFor(client, "CONSULTATION", clinic.at(10, 0)))
                .id();
        Answer refused = pay("appointmentId", visit, money("1000.00", "GBP"), Map.of());
        assertThat(refused.problem()).isEqualTo("/problems/more-than-owed");
        assertThat(new BigDecimal(refused.text("/owed/amount"))).isEqualByComparingTo("0");
        assertThat(pay("appointmentId", visit, money("5.00", "GBP"), Map.of("tip", money("5.00", "GBP")))
                        .status())
                .isEqualTo(201);
        assertThat(pay("appointmentId", visit, money("20.00", "GBP"), Map.of("kind", "PREPAID"))
                        .status())
                .isEqualTo(201);

        String course = course().id();
        pay("courseId", course, money("467.00", "GBP"), Map.of("tip", money("7.00", "GBP")));
        assertThat(calls.get(clinic.desk(), "/courses/" + course).text("/deposit/paid/amount"))
                .as("a tip is no part of the deposit")
                .isEqualTo("460.00");
        Answer above = pay("courseId", course, money("1640.01", "GBP"), Map.of());
        assertThat(above.status()).isEqualTo(422);
        assertThat(new BigDecimal(above.text("/owed/amount"))).isEqualByComparingTo("1640.00");
        assertThat(pay("courseId", course, money("1640.00", "GBP"), Map.of()).status())
                .isEqualTo(201);
    }

    @Test
    void keepsAPaidAppointmentInTheClinicsOfItsCurrency() {
        TestClinic berlin = town.clinic("Europe/Berlin", "EUR", 1, 1, Town.week("09:00", "18:00"));
        String visit = touchUp(berlin);
        Map<String, Object> move = clinic.slot("TOUCH_UP", clinic.at(14, 0));
        move.remove("serviceCode");
        move.put("reasonCode", "CLIENT_REQUEST");
        Map<String, Object> back = berlin.slot("TOUCH_UP", berlin.at(10, 0));
        back.remove("serviceCode");
        back.put("reasonCode", "CLIENT_REQUEST");
        for (Map<String, Object> unpaid : List.of(move, back)) {
            assertThat(calls.post(client, "/appointments/" + visit + "/reschedule", unpaid)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(calls.post(
                                berlin.desk(),
                                "/payments",
                                Map.of("appointmentId", visit, "amount", money("100.00", "EUR"), "method", "CARD"))
                        .status())
                .isEqualTo(201);

        Answer refused = calls.post(client, "/appointments/" + visit + "/reschedule", move);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/paid-in-other-currency");
        assertThat(refused.text("/detail")).contains("EUR", "GBP");
        assertThat(calls.get(client, "/appointments/" + visit).text("/clinicId"))
                .isEqualTo(berlin.id().value());
        assertThat(calls.get(client, "/appointments/" + visit + "/cancellation-cost")
                        .text("/refund/currency"))
                .isEqualTo("EUR");
        cancel(visit);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(calls.get(client, "/payments?appointmentId=" + visit)
                                .body()
                                .path("items")
                                .valueStream()
                                .map(it -> it.at("/refunds/0/status").asString() + " "
                                        + it.at("/refunds/0/amount/currency").asString()))
                        .containsExactly("DONE EUR"));
    }

    @Test
    void givesBackMoneyThatComesAfterTheCancellation() {
        String visit = touchUp(clinic);
        Answer thinking = pay("appointmentId", visit, money("10.03", "GBP"), Map.of());
        assertThat(thinking.status()).isEqualTo(202);
        cancel(visit);

        assertThat(pay("appointmentId", visit, money("10.00", "GBP"), Map.of()).problem())
                .isEqualTo("/problems/illegal-move");
        awaitRefunded("appointmentId=" + visit, "10.03");
    }

    /** Each fault of the provider, and what the caller hears; in the end the money has moved once, or not at all. */
    @ParameterizedTest
    @CsvSource({"10.92, 402, FAILED", "10.93, 202, DONE", "10.94, 202, DONE", "10.95, 202, DONE", "10.00, 200, DONE"})
    void givesBackOnceWhateverTheProviderDoes(String amount, int status, String end) {
        String visit = touchUp(clinic);
        String payment =
                pay("appointmentId", visit, money("50.00", "GBP"), Map.of()).id();

        Answer refund = calls.post(
                clinic.manager(),
                "/payments/" + payment + "/refund",
                Map.of("amount", money(amount, "GBP"), "reasonCode", "GOODWILL"));
        assertThat(refund.status()).as(refund.body().toString()).isEqualTo(status);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(calls.get(clinic.manager(), "/payments/" + payment)
                                .text("/refunds/0/status"))
                        .isEqualTo(end));
        boolean moved = end.equals("DONE");
        assertThat(refunded("appointmentId=" + visit)).isEqualByComparingTo(moved ? amount : "0");
        assertThat(mongo.count(
                        Query.query(Criteria.where("_id")
                                .is(payment + "/1")
                                .and("amount")
                                .is(amount)),
                        Document.class,
                        "sandbox_provider"))
                .isEqualTo(moved ? 1 : 0);
        assertThat(mongo.count(
                        Query.query(Criteria.where("aggregateId")
                                .is(payment)
                                .and("type")
                                .is("booking.PaymentRefunded.v1")),
                        "events"))
                .isEqualTo(moved ? 1 : 0);
    }

    @Test
    void takesOnceWhatIsCalledBackTwiceAndOutOfOrder() {
        String visit = touchUp(clinic);

        String payment =
                pay("appointmentId", visit, money("10.05", "GBP"), Map.of()).id();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                calls.get(clinic.desk(), "/payments/" + payment).text("/status"))
                        .isEqualTo("CAPTURED"));
        assertThat(mongo.count(
                        Query.query(Criteria.where("aggregateId")
                                .is(payment)
                                .and("type")
                                .is("booking.PaymentCaptured.v1")),
                        "events"))
                .isEqualTo(1);
    }

    @Test
    void tellsTheAccountOfACourse() {
        Answer course = course();
        pay("courseId", course.id(), money("460.00", "GBP"), Map.of());
        String session = course.text("/sessions/0/appointmentId");
        cancel(session);
        awaitRefunded("courseId=" + course.id(), "153.34");

        Answer ledger = calls.get(client, "/ledger?courseId=" + course.id());

        assertThat(ledger.status()).as(ledger.body().toString()).isEqualTo(200);
        assertThat(ledger.body()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("kind").asString() + " "
                                + new BigDecimal(it.at("/balance/amount").asString()).toPlainString()))
                .containsExactly("DEPOSIT_HELD 460.00", "REFUNDED 306.66");
        assertThat(calls.get(client, "/ledger?clientId=" + client).body().path("items"))
                .isEqualTo(ledger.body().path("items"));
        String stranger = Town.client(calls, clinic);
        assertThat(calls.get(stranger, "/ledger?courseId=" + course.id()).status())
                .isEqualTo(404);
        assertThat(calls.get(stranger, "/ledger?clientId=" + client).body().path("items"))
                .isEmpty();
        assertThat(calls.get(client, "/ledger").status()).isEqualTo(400);
    }

    @Test
    void correctsAPaymentThatWasBookedOnTheWrongAppointment() {
        String wrong = touchUp(clinic);
        String other = Town.client(calls, clinic);
        String right = calls.post(clinic.desk(), "/appointments", clinic.slotFor(other, "TOUCH_UP", clinic.at(14, 0)))
                .id();
        String payment =
                pay("appointmentId", wrong, money("80.00", "GBP"), Map.of()).id();
        Map<String, String> body = Map.of("appointmentId", right, "reasonCode", "MISTAKE");

        assertThat(calls.post(clinic.desk(), "/payments/" + payment + "/reassign", body)
                        .status())
                .isEqualTo(403);
        assertThat(calls.post(clinic.manager(), "/payments/" + payment + "/reassign", body)
                        .text("/clientId"))
                .isEqualTo(other);
        cancel(wrong);
        assertThat(calls.get(clinic.desk(), "/ledger?appointmentId=" + right).text("/items/0/balance/amount"))
                .startsWith("80");
        assertThat(calls.get(clinic.desk(), "/payments?appointmentId=" + wrong)
                        .body()
                        .path("items"))
                .isEmpty();
    }
}
