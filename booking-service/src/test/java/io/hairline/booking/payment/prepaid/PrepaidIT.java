package io.hairline.booking.payment.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Gift cards and prepaid credit: sold in one clinic, used in another, never used twice. */
@OnBooking
class PrepaidIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    private Calls calls;
    private TestClinic seller;
    private TestClinic other;
    private String client;
    private String appointment;

    @BeforeEach
    void openTwoClinics() {
        calls = new Calls(port);
        seller = town.clinic("Europe/London", 1, 1);
        other = town.clinic("Europe/London", 1, 1);
        client = Town.client(calls, seller);
        appointment = calls.post(client, "/appointments", other.slotFor(client, "TOUCH_UP", other.at(10, 0)))
                .id();
    }

    private static Map<String, String> pounds(String amount) {
        return Map.of("amount", amount, "currency", "GBP");
    }

    private Answer card(String amount, String method) {
        return calls.post(
                seller.desk(),
                "/gift-cards",
                Map.of("clinicId", seller.id().value(), "amount", pounds(amount), "method", method));
    }

    private Answer pay(String amount, String method, @Nullable String code) {
        Map<String, Object> body = new HashMap<>();
        body.put("appointmentId", appointment);
        body.put("amount", pounds(amount));
        body.put("method", method);
        if (code != null) {
            body.put("giftCardCode", code);
        }
        return calls.post(other.desk(), "/payments", body);
    }

    private String balance(String code) {
        return calls.post(client, "/gift-cards/balance", Map.of("code", code)).text("/balance/amount");
    }

    @Test
    void usesACardOfOneClinicInAnotherAndPutsARefundBack() {
        Answer sold = card("250.00", "CASH");
        assertThat(sold.status()).as(sold.body().toString()).isEqualTo(201);
        String code = sold.text("/code");
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");

        Answer paid = pay("100.00", "GIFT_CARD", code.toLowerCase().replace("-", " "));

        assertThat(paid.status()).as(paid.body().toString()).isEqualTo(201);
        assertThat(paid.text("/method")).isEqualTo("GIFT_CARD");
        assertThat(balance(code)).isEqualTo("150.00");
        Answer tooMuch = pay("150.01", "GIFT_CARD", code);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.problem()).isEqualTo("/problems/balance-too-low");
        assertThat(tooMuch.text("/balance/amount")).isEqualTo("150.00");
        assertThat(calls.post(
                                other.manager(),
                                "/payments/" + paid.id() + "/refund",
                                Map.of("amount", pounds("40.00"), "reasonCode", "GOODWILL"))
                        .status())
                .isEqualTo(200);
        assertThat(balance(code)).isEqualTo("190.00");
        calls.post(client, "/appointments/" + appointment + "/cancel", Map.of("reasonCode", "CLIENT_REQUEST"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(balance(code)).isEqualTo("250.00"));
    }

    @Test
    void isNeverUsedTwiceHoweverManyPayAtOnce() throws Exception {
        String code = card("100.00", "CASH").text("/code");

        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                all.add(threads.submit(() -> pay("30.00", "GIFT_CARD", code)));
            }
            for (Future<Answer> it : all) {
                answers.add(it.get());
            }
        }

        assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(it -> it.status() != 201).map(Answer::problem))
                .hasSize(5)
                .allMatch("/problems/balance-too-low"::equals);
        assertThat(balance(code)).isEqualTo("10.00");
    }

    @Test
    void takesAClientsCreditFromTheOldestOn() {
        for (String amount : List.of("60.00", "50.00")) {
            assertThat(calls.post(
                                    seller.desk(),
                                    "/prepaid",
                                    Map.of(
                                            "clientId",
                                            client,
                                            "clinicId",
                                            seller.id().value(),
                                            "amount",
                                            pounds(amount)))
                            .status())
                    .isEqualTo(201);
        }

        assertThat(pay("80.00", "PREPAID", null).status()).isEqualTo(201);

        Answer credit = calls.get(client, "/prepaid?clientId=" + client);
        assertThat(credit.body().at("/items").findValuesAsString("status")).containsOnly("ACTIVE");
        assertThat(credit.text("/items/0/balance/amount")).isEqualTo("0.00");
        assertThat(credit.text("/items/1/balance/amount")).isEqualTo("30.00");
        assertThat(credit.text("/items/1/lines/1/kind")).isEqualTo("REDEEMED");
        assertThat(pay("30.01", "PREPAID", null).problem()).isEqualTo("/problems/balance-too-low");
        String stranger = Town.client(calls, seller);
        assertThat(calls.get(stranger, "/prepaid?clientId=" + client).status()).isEqualTo(404);
    }

    @Test
    void sellsNothingForACardThatIsDeclinedAndWaitsForOneThatThinks() {
        assertThat(card("50.02", "CARD").status()).isEqualTo(402);
        Answer thinking = card("50.03", "CARD");
        assertThat(thinking.status()).isEqualTo(202);
        String code = thinking.text("/code");
        assertThat(pay("10.00", "GIFT_CARD", code).text("/errors/0/field")).isEqualTo("giftCardCode");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(balance(code)).isEqualTo("50.03"));
    }

    @Test
    void takesBackAnUnusedCardOnceAndNoneThatIsUsed() {
        String code = card("80.00", "CASH").text("/code");
        assertThat(takeBack(seller.desk(), code).status()).isEqualTo(403);
        assertThat(takeBack(other.manager(), code).text("/errors/0/field")).isEqualTo("code");
        Answer used = pay("30.00", "GIFT_CARD", code);
        assertThat(takeBack(seller.manager(), code).problem()).isEqualTo("/problems/prepaid-used");
        assertThat(calls.post(
                                other.manager(),
                                "/payments/" + used.id() + "/refund",
                                Map.of("amount", pounds("30.00"), "reasonCode", "MISTAKE"))
                        .status())
                .isEqualTo(200);
        assertThat(balance(code)).isEqualTo("80.00");

        Answer back = takeBack(seller.manager(), code);

        assertThat(back.status()).as("%s", back).isEqualTo(200);
        assertThat(back.text("/status")).isEqualTo("TAKEN_BACK");
        assertThat(back.text("/balance/amount")).isEqualTo("0.00");
        assertThat(back.text("/lines/3/kind")).isEqualTo("TAKEN_BACK");
        assertThat(takeBack(seller.manager(), code).problem()).isEqualTo("/problems/illegal-move");
        assertThat(pay("10.00", "GIFT_CARD", code).text("/errors/0/field")).isEqualTo("giftCardCode");
    }

    private Answer takeBack(String who, String code) {
        return calls.post(who, "/gift-cards/take-back", Map.of("code", code, "reasonCode", "CLIENT_REQUEST"));
    }

    @Test
    void asksTheProviderForThePriceOfCreditAndKeepsItUsableIfThatIsRefused() {
        String refused = credit("40.92");
        Answer no = calls.post(seller.manager(), "/prepaid/" + refused + "/take-back", Map.of("reasonCode", "MISTAKE"));
        assertThat(no.status()).as("%s", no).isEqualTo(402);
        assertThat(no.problem()).isEqualTo("/problems/refund-refused");
        assertThat(pay("40.92", "PREPAID", null).status()).isEqualTo(201);
        String lost = credit("40.94");
        String path = "/prepaid/" + lost + "/take-back";
        assertThat(calls.post(other.manager(), path, Map.of("reasonCode", "MISTAKE"))
                        .status())
                .isEqualTo(404);

        Answer asked = calls.post(seller.manager(), path, Map.of("reasonCode", "MISTAKE"));

        assertThat(asked.status()).as("%s", asked).isEqualTo(202);
        assertThat(asked.text("/status")).isEqualTo("TAKING_BACK");
        assertThat(pay("1.00", "PREPAID", null).problem()).isEqualTo("/problems/balance-too-low");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                calls.get(client, "/prepaid?clientId=" + client).text("/items/1/status"))
                        .isEqualTo("TAKEN_BACK"));
    }

    private String credit(String amount) {
        Answer sold = calls.post(
                seller.desk(),
                "/prepaid",
                Map.of("clientId", client, "clinicId", seller.id().value(), "amount", pounds(amount)));
        assertThat(sold.status()).as("%s", sold).isEqualTo(201);
        return sold.id();
    }

    @Test
    void refusesWhatIsNoCardAndWhoSellsNone() {
        assertThat(pay("10.00", "GIFT_CARD", null).text("/errors/0/field")).isEqualTo("giftCardCode");
        assertThat(pay("10.00", "CASH", "AAAA").text("/errors/0/field")).isEqualTo("giftCardCode");
        assertThat(pay("10.00", "GIFT_CARD", "AAAA-BBBB").text("/errors/0/field"))
                .isEqualTo("giftCardCode");
        assertThat(calls.post(client, "/gift-cards/balance", Map.of("code", "AAAA"))
                        .text("/errors/0/field"))
                .isEqualTo("code");
        Map<String, Object> sale = Map.of("clinicId", seller.id().value(), "amount", pounds("10.00"));
        assertThat(calls.post(client, "/gift-cards", sale).status()).isEqualTo(403);
        assertThat(calls.post(other.desk(), "/gift-cards", sale).status()).isEqualTo(404);
        assertThat(calls.post(
                                seller.desk(),
                                "/gift-cards",
                                Map.of(
                                        "clinicId",
                                        seller.id().value(),
                                        "amount",
                                        Map.of("amount", "10.00", "currency", "EUR")))
                        .problem())
                .isEqualTo("/problems/wrong-currency");
    }
}
