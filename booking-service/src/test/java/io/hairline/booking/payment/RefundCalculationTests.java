package io.hairline.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.payment.RefundCalculation.CourseSession;
import io.hairline.booking.payment.RefundCalculation.Portion;
import io.hairline.booking.payment.RefundCalculation.Rule;
import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefundCalculationTests {

    private static final Instant NOW = Instant.parse("2027-03-02T10:00:00Z");
    private static final ClientId CLIENT = new ClientId(Ids.next(ClientId.PREFIX));
    private static final ClinicId CLINIC = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final AppointmentId APPOINTMENT = new AppointmentId(Ids.next(AppointmentId.PREFIX));

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static Payment requested(Money amount, @Nullable String kind) {
        Money nothing = new Money(BigDecimal.ZERO, amount.currency());
        PaymentDetails paid =
                new PaymentDetails(CLIENT, CLINIC, APPOINTMENT, null, amount, nothing, nothing, "CARD", kind);
        return Payment.request(new PaymentId(Ids.next(PaymentId.PREFIX)), paid, "desk", NOW)
                .next();
    }

    private static Payment captured(Money amount) {
        return requested(amount, null)
                .settle(new PaymentProvider.Outcome.Captured())
                .next();
    }

    private static List<CourseSession> sessions(@Nullable Integer... percents) {
        List<CourseSession> sessions = new ArrayList<>();
        for (Integer percent : percents) {
            sessions.add(new CourseSession(BigDecimal.valueOf(700), percent));
        }
        return sessions;
    }

    @ParameterizedTest
    @CsvSource({
        "460.00, 3, EUR, 153.34 153.33 153.33",
        "0.02, 3, EUR, 0.01 0.01 0.00",
        "1000, 3, JPY, 334 333 333",
        "1.000, 3, KWD, 0.334 0.333 0.333",
        "0.00, 2, GBP, 0.00 0.00"
    })
    void sharesAddUpToTheLastCoin(BigDecimal whole, int count, String currency, String shares) {
        assertThat(RefundCalculation.shares(whole, count, currency).stream().map(BigDecimal::toPlainString))
                .containsExactly(shares.split(" "));
    }

    @Test
    void givesAWholeDepositBackSessionBySession() {
        Money deposit = money("460.00", "EUR");
        List<Payment> payments = new ArrayList<>(List.of(captured(deposit)));
        List<String> back = new ArrayList<>();
        List<CourseSession> sessions = sessions(null, null, null);

        for (int index = 0; index < 3; index++) {
            sessions.set(index, new CourseSession(BigDecimal.valueOf(700), 100));
            List<Portion> portions =
                    RefundCalculation.portions(payments, RefundCalculation.ofCourse(deposit, sessions));
            back.add(portions.getFirst().amount().amount().toPlainString());
            pay(payments, portions);
        }

        assertThat(back).containsExactly("153.34", "153.33", "153.33");
        assertThat(payments.getFirst().refundable()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"1001, JPY, 50, 501", "1.001, KWD, 50, 0.501", "99.99, EUR, 33, 33.00"})
    void roundsToTheCoinsOfTheCurrency(String amount, String currency, int percent, String back) {
        assertThat(RefundCalculation.due(
                        List.of(captured(money(amount, currency))), RefundCalculation.ofAppointment(percent)))
                .containsExactly(Map.entry(currency, new BigDecimal(back)));
    }

    @Test
    void addsUpNothingAcrossCurrencies() {
        List<Payment> payments = List.of(captured(money("100.00", "EUR")), captured(money("50.00", "GBP")));

        assertThat(RefundCalculation.portions(payments, RefundCalculation.ofAppointment(50)))
                .extracting(Portion::amount)
                .containsExactly(money("50.00", "EUR"), money("25.00", "GBP"));
    }

    @Test
    void givesBackWholeWhatWasPrepaidForSessionsThatAreCancelled() {
        Money deposit = money("420.00", "EUR");
        List<Payment> payments = List.of(captured(money("2100.00", "EUR")));

        assertThat(due(payments, RefundCalculation.ofCourse(deposit, sessions(0, null, null))))
                .isEqualByComparingTo("560.00");
        assertThat(due(payments, RefundCalculation.ofCourse(deposit, sessions(0, 0, 0))))
                .isEqualByComparingTo("1680.00");
        assertThat(due(payments, RefundCalculation.ofCourse(deposit, sessions(null, null, null))))
                .isEqualByComparingTo("0");
    }

    @Test
    void leavesWhatIsPrepaidBeyondThePriceWhileASessionStands() {
        Money deposit = money("420.00", "EUR");
        List<Payment> payments = List.of(captured(money("2200.00", "EUR")));

        assertThat(due(payments, RefundCalculation.ofCourse(deposit, sessions(100, null, null))))
                .isEqualByComparingTo("700.00");
        assertThat(due(payments, RefundCalculation.ofCourse(deposit, sessions(100, 100, 100))))
                .isEqualByComparingTo("2200.00");
    }

    @Test
    void asksNotAgainForWhatTheProviderRefused() {
        Payment refused = captured(money("100.00", "EUR"))
                .requestRefund(money("50.00", "EUR"), "APPOINTMENT_CANCELLED", APPOINTMENT, NOW)
                .next()
                .settleRefund(1, new PaymentProvider.RefundOutcome.Failed("CARD_CLOSED"))
                .next();

        assertThat(due(List.of(refused), RefundCalculation.ofAppointment(50))).isEqualByComparingTo("0");
        assertThat(refused.refundable()).isEqualByComparingTo("100.00");
    }

    private static BigDecimal due(List<Payment> payments, Rule rule) {
        return RefundCalculation.due(payments, rule).getOrDefault("EUR", BigDecimal.ZERO);
    }

    private static void pay(List<Payment> payments, List<Portion> portions) {
        for (Portion it : portions) {
            payments.replaceAll(one -> one.id().equals(it.payment().id())
                    ? one.requestRefund(it.amount(), "APPOINTMENT_CANCELLED", APPOINTMENT, NOW)
                            .next()
                    : one);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    /**
     * Any order of payments, payments that end late, refunds by people, cancellations at any step of the policy and callbacks.
     * At the end as much has gone back as a plain recount in whole coins says, and each cancellation gave what was quoted.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void givesBackWhatIsQuotedAndWhatAPlainRecountSays(long seed) {
        new Course(new Random(seed)).live();
    }

    /** A course that lives through a random history. */
    private static final class Course {

        private final Random random;
        private final String currency;
        private final Money deposit;
        private final List<Integer> prices;
        private final List<@Nullable Integer> percents = new ArrayList<>();
        private final List<Payment> payments = new ArrayList<>();
        private final Map<PaymentId, Long> refundedByPeople = new HashMap<>();

        Course(Random random) {
            this.random = random;
            this.currency = List.of("EUR", "JPY", "KWD").get(random.nextInt(3));
            int sessions = 1 + random.nextInt(4);
            this.deposit = coins(random.nextLong(1, 1_000));
            this.prices = IntStream.range(0, sessions)
                    .mapToObj(_ -> 400 + random.nextInt(2_000))
                    .toList();
            prices.forEach(_ -> percents.add(null));
        }

        private Money coins(long count) {
            return new Money(BigDecimal.valueOf(count, Currencies.digits(currency)), currency);
        }

        private static long coins(BigDecimal amount) {
            return amount.unscaledValue().longValueExact();
        }

        private Rule rule(List<@Nullable Integer> at) {
            return RefundCalculation.ofCourse(
                    deposit,
                    IntStream.range(0, prices.size())
                            .mapToObj(it ->
                                    new CourseSession(coins(prices.get(it)).amount(), at.get(it)))
                            .toList());
        }

        void live() {
            for (int step = 0; step < 12; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> pay();
                    case 1 -> settle();
                    case 2 -> refundByPeople();
                    default -> cancel();
                }
                follow();
            }
            payments.replaceAll(
                    it -> it.settle(new PaymentProvider.Outcome.Captured()).next());
            follow();

            long refunded = payments.stream()
                    .mapToLong(it -> coins(it.returnedByPolicy()))
                    .sum();
            assertThat(refunded).isGreaterThanOrEqualTo(recount());
            if (refundedByPeople.isEmpty()) {
                assertThat(refunded).isEqualTo(recount());
            }
            assertThat(payments).allSatisfy(it -> {
                assertThat(it.refundable()).isNotNegative();
                assertThat(it.refunded().add(it.openRefunds()).add(it.refundable()))
                        .isEqualByComparingTo(
                                it.state() == Payment.State.CAPTURED
                                        ? it.paid().amount().amount()
                                        : BigDecimal.ZERO);
            });
        }

        private void pay() {
            payments.add(requested(coins(random.nextLong(1, 900)), null));
        }

        /** Twice, and the second says something else: the first is what counts. */
        private void settle() {
            boolean declined = random.nextInt(4) == 0;
            int which = payments.isEmpty() ? -1 : random.nextInt(payments.size());
            if (which >= 0) {
                PaymentProvider.Outcome first =
                        declined ? new PaymentProvider.Outcome.Declined("NO") : new PaymentProvider.Outcome.Captured();
                payments.set(
                        which,
                        payments.get(which)
                                .settle(first)
                                .next()
                                .settle(new PaymentProvider.Outcome.Captured())
                                .next());
            }
        }

        private void refundByPeople() {
            payments.replaceAll(it -> {
                if (it.refundable().signum() == 0 || random.nextInt(3) > 0) {
                    return it;
                }
                long coins = random.nextLong(1, coins(it.refundable()) + 1);
                refundedByPeople.merge(it.id(), coins, Long::sum);
                return it.requestRefund(coins(coins), "GOODWILL", null, NOW).next();
            });
        }

        private void cancel() {
            int which = random.nextInt(prices.size());
            if (percents.get(which) == null) {
                int percent = List.of(0, 33, 50, 100).get(random.nextInt(4));
                List<@Nullable Integer> then = new ArrayList<>(percents);
                then.set(which, percent);
                Map<String, BigDecimal> quoted = RefundCalculation.change(payments, rule(percents), rule(then));
                percents.set(which, percent);
                Map<String, BigDecimal> paid = new TreeMap<>();
                List<Portion> portions = RefundCalculation.portions(payments, rule(percents));
                portions.forEach(
                        it -> paid.merge(it.amount().currency(), it.amount().amount(), BigDecimal::add));
                assertThat(coins(paid.getOrDefault(currency, BigDecimal.ZERO)))
                        .isEqualTo(coins(quoted.getOrDefault(currency, BigDecimal.ZERO)));
                RefundCalculationTests.pay(payments, portions);
            }
        }

        /** What due work does after everything; at random the provider answers, too. */
        private void follow() {
            RefundCalculationTests.pay(payments, RefundCalculation.portions(payments, rule(percents)));
            payments.replaceAll(it -> random.nextBoolean() && !it.refunds().isEmpty()
                    ? it.settleRefund(1 + random.nextInt(it.refunds().size()), new PaymentProvider.RefundOutcome.Done())
                            .next()
                    : it);
        }

        /** Coin by coin: the deposit is dealt out to the sessions in turn, the rest stands for the sessions' prices. */
        private long recount() {
            long paid = payments.stream()
                    .filter(it -> it.state() == Payment.State.CAPTURED)
                    .mapToLong(it -> coins(it.paid().amount().amount()) - refundedByPeople.getOrDefault(it.id(), 0L))
                    .sum();
            if (percents.stream().allMatch(it -> it == null)) {
                return 0;
            }
            long[] share = dealt(Math.min(paid, coins(deposit.amount())));
            long[] full = dealt(coins(deposit.amount()));
            long back = 0;
            long standing = 0;
            long all = 0;
            for (int it = 0; it < share.length; it++) {
                Integer percent = percents.get(it);
                long rest = Math.max(0, prices.get(it) - full[it]);
                all += rest;
                if (percent == null) {
                    standing += rest;
                } else {
                    back += (2 * share[it] * percent + 100) / 200;
                }
            }
            long beyond = Math.max(0, paid - coins(deposit.amount()));
            boolean over = percents.stream().noneMatch(it -> it == null);
            long kept = over ? 0 : Math.min(beyond, standing + Math.max(0, beyond - all));
            return back + beyond - kept;
        }

        private long[] dealt(long coins) {
            long[] each = new long[prices.size()];
            for (int coin = 0; coin < coins; coin++) {
                each[coin % each.length]++;
            }
            return each;
        }
    }
}
