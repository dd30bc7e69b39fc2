package io.hairline.headoffice.royalty;

import static io.hairline.headoffice.royalty.StatementsOfEvents.CLINIC;
import static io.hairline.headoffice.royalty.StatementsOfEvents.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.contracts.headoffice.RoyaltyTerms.CategoryRate;
import io.hairline.contracts.headoffice.RoyaltyTerms.RoyaltyTier;
import io.hairline.headoffice.royalty.RoyaltyLine.Kind;
import io.hairline.headoffice.royalty.StatementsOfEvents.Told;
import io.hairline.kit.Ids;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Payments taken under one agreement and given back under another, told before and after their months are closed. */
class RefundsAcrossAgreementsTests {

    private static final YearMonth FIRST = YearMonth.parse("2026-08");
    private static final YearMonth SECOND = FIRST.plusMonths(1);
    private static final int MONTHS = 6;
    private static final int HISTORIES = 300;
    private static final PaymentId PAYMENT = new PaymentId(Ids.next(PaymentId.PREFIX));

    @Test
    void aRefundIsCreditedByTheTermsOfTheMonthInWhichTheMoneyWentBack() {
        StatementsOfEvents statements = new StatementsOfEvents(sixPercentThenTen());
        PaymentDetails paid = paid("1230.00", "230.00", "0.00", "CARD", false);

        statements.hear(captured(paid, "2026-08-20T10:00"));
        List<RoyaltyLine> august = statements.close(FIRST);
        statements.hear(refunded(paid, "123.00", "23.00", "2026-09-05T10:00"));

        assertThat(words(august)).containsExactly("60.00 of 1000.00 by rule 1");
        assertThat(words(statements.close(SECOND))).containsExactly("-10.00 of -100.00 by rule 2");
    }

    @Test
    void aRefundToldAfterItsMonthIsClosedIsOnTheNextStatementByTheTermsOfThat() {
        StatementsOfEvents statements = new StatementsOfEvents(sixPercentThenTen());
        PaymentDetails paid = paid("1000.00", "0.00", "0.00", "CARD", false);

        statements.hear(captured(paid, "2026-08-20T10:00"));
        statements.close(FIRST);
        statements.hear(refunded(paid, "100.00", "0.00", "2026-08-31T23:30"));
        statements.hear(captured(paid, "2026-08-20T10:00"));

        assertThat(words(statements.close(SECOND))).containsExactly("-10.00 of -100.00 by rule 2");
        assertThat(statements.close(SECOND.plusMonths(1))).isEmpty();
    }

    @Test
    void theStatementsAreWhatAPlainCountOfTheEventsGivesWhateverTheirOrderAndRepetition() {
        int refundsByOtherTerms = 0;
        int late = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            SortedMap<YearMonth, RoyaltyTerms> terms = terms(random);
            SortedMap<YearMonth, List<Told>> arrivals = arrivals(random);
            SortedMap<YearMonth, List<Told>> byStatement = new TreeMap<>();
            arrivals.forEach((closing, events) -> events.forEach(it -> byStatement
                    .computeIfAbsent(later(closing, it.month()), _ -> new ArrayList<>())
                    .add(it)));

            Map<YearMonth, List<RoyaltyLine>> statements = statements(terms, arrivals, random);

            for (int i = 0; i < MONTHS; i++) {
                YearMonth month = FIRST.plusMonths(i);
                List<RoyaltyLine> lines = statements.getOrDefault(month, List.of());
                SortedMap<YearMonth, RoyaltyTerms> agreed = terms.headMap(month.plusMonths(1));
                List<Told> events = byStatement.getOrDefault(month, List.of());
                assertThat(sums(lines))
                        .as("%s, seed %d", month, seed)
                        .isEqualTo(PlainCount.of(agreed.lastEntry().getValue(), events));
                assertThat(lines).allSatisfy(it -> assertThat(it.ruleVersion()).isEqualTo(agreed.size()));
                for (Told it : events) {
                    late += it.month().isBefore(month) ? 1 : 0;
                    refundsByOtherTerms += it.version() > 1 && agreed.size() > 1 ? 1 : 0;
                }
            }
            assertThat(statements(terms, arrivals, random))
                    .as("in another order, seed %d", seed)
                    .isEqualTo(statements);
        }
        assertThat(late).as("events told after their month was closed").isGreaterThan(HISTORIES);
        assertThat(refundsByOtherTerms).as("refunds after the first terms").isGreaterThan(HISTORIES);
    }

    /** What is told before each month is closed comes in any order, and with it again some of what was told before. */
    private static Map<YearMonth, List<RoyaltyLine>> statements(
            SortedMap<YearMonth, RoyaltyTerms> terms, SortedMap<YearMonth, List<Told>> arrivals, Random order) {
        StatementsOfEvents statements = new StatementsOfEvents(terms);
        List<Told> known = new ArrayList<>();
        Map<YearMonth, List<RoyaltyLine>> closed = new TreeMap<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            List<Told> now = new ArrayList<>(arrivals.getOrDefault(month, List.of()));
            known.addAll(now);
            known.stream().filter(_ -> order.nextInt(4) == 0).forEach(now::add);
            Collections.shuffle(now, order);
            now.forEach(statements::hear);
            closed.put(month, statements.close(month));
        }
        return closed;
    }

    /** Events by the month before whose closing they are told: a month early, in time, or up to two months late. */
    private static SortedMap<YearMonth, List<Told>> arrivals(Random random) {
        List<Told> events = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(12); i++) {
            String tax = units(random.nextInt(20_000));
            PaymentDetails paid = paid(
                    units(30_000 + random.nextInt(120_000)),
                    tax,
                    units(random.nextInt(5_000)),
                    random.nextInt(3) == 0 ? "GIFT_CARD" : "CARD",
                    random.nextBoolean());
            LocalDateTime at = FIRST.atDay(1).atStartOfDay().plusMinutes(random.nextInt(90 * 24 * 60));
            PaymentId payment = new PaymentId(Ids.next(PaymentId.PREFIX));
            events.add(told(new PaymentCaptured(payment, paid), payment, 1, at));
            for (int refund = 0; refund < random.nextInt(3); refund++) {
                at = at.plusMinutes(random.nextInt(20 * 24 * 60));
                events.add(refund(
                        payment, paid, units(random.nextInt(12_000)), units(random.nextInt(2_000)), 2 + refund, at));
            }
        }
        SortedMap<YearMonth, List<Told>> arrivals = new TreeMap<>();
        YearMonth last = FIRST.plusMonths(MONTHS - 1);
        for (Told it : events) {
            YearMonth closing = it.month().plusMonths(random.nextInt(-1, 3));
            YearMonth kept = closing.isBefore(FIRST) ? FIRST : closing.isAfter(last) ? last : closing;
            arrivals.computeIfAbsent(kept, _ -> new ArrayList<>()).add(it);
        }
        return arrivals;
    }

    private static SortedMap<YearMonth, RoyaltyTerms> terms(Random random) {
        SortedMap<YearMonth, RoyaltyTerms> terms = new TreeMap<>();
        for (int i = 0; i < MONTHS; i++) {
            if (i == 0 || random.nextInt(3) > 0) {
                terms.put(FIRST.plusMonths(i), randomTerms(random));
            }
        }
        return terms;
    }

    private static RoyaltyTerms randomTerms(Random random) {
        RoyaltyTier rest = new RoyaltyTier(null, percent(random));
        return new RoyaltyTerms(
                random.nextBoolean() ? "CASH" : "ACCRUAL",
                random.nextBoolean()
                        ? List.of(rest)
                        : List.of(
                                new RoyaltyTier(BigDecimal.valueOf(random.nextInt(200, 3_000)), percent(random)), rest),
                random.nextBoolean() ? List.of() : List.of(new CategoryRate("COURSE", percent(random))),
                euros(units(random.nextBoolean() ? 0 : random.nextInt(30_000))),
                euros(units(random.nextInt(2) * 10_000)),
                percent(random),
                euros(units(random.nextInt(2) * 30_000)));
    }

    private static BigDecimal percent(Random random) {
        return BigDecimal.valueOf(random.nextInt(20), 1).add(BigDecimal.valueOf(random.nextInt(12)));
    }

    private static SortedMap<YearMonth, RoyaltyTerms> sixPercentThenTen() {
        return new TreeMap<>(Map.of(FIRST, alone(6), SECOND, alone(10)));
    }

    private static RoyaltyTerms alone(int percent) {
        Money nothing = euros("0.00");
        return new RoyaltyTerms(
                "CASH",
                List.of(new RoyaltyTier(null, BigDecimal.valueOf(percent))),
                List.of(),
                nothing,
                nothing,
                BigDecimal.ZERO,
                nothing);
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? other : one;
    }

    private static Map<Kind, BigDecimal> sums(List<RoyaltyLine> lines) {
        Map<Kind, BigDecimal> sums = new EnumMap<>(Kind.class);
        lines.forEach(it -> sums.merge(it.kind(), it.amount().amount(), BigDecimal::add));
        sums.values().removeIf(it -> it.signum() == 0);
        return sums;
    }

    private static List<String> words(List<RoyaltyLine> lines) {
        return lines.stream()
                .map(it -> it.amount().amount() + " of "
                        + (it.base() == null ? "" : it.base().amount()) + " by rule " + it.ruleVersion())
                .toList();
    }

    private static Told captured(PaymentDetails paid, String at) {
        return told(new PaymentCaptured(PAYMENT, paid), PAYMENT, 1, LocalDateTime.parse(at));
    }

    private static Told refunded(PaymentDetails paid, String amount, String tax, String at) {
        return refund(PAYMENT, paid, amount, tax, 2, LocalDateTime.parse(at));
    }

    private static Told refund(
            PaymentId payment, PaymentDetails paid, String amount, String tax, int version, LocalDateTime at) {
        return told(
                new PaymentRefunded(
                        payment, paid, euros(amount), "CLIENT_REQUEST", version - 1, euros(tax), euros("0.00"), null),
                payment,
                version,
                at);
    }

    private static Told told(BookingEvent event, PaymentId payment, int version, LocalDateTime at) {
        return new Told(event, payment.value(), version, at.atZone(ZONE).toInstant());
    }

    private static PaymentDetails paid(String amount, String tax, String tip, String method, boolean course) {
        return new PaymentDetails(
                new ClientId(Ids.next(ClientId.PREFIX)),
                CLINIC,
                course ? null : new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                course ? new CourseId(Ids.next(CourseId.PREFIX)) : null,
                euros(amount),
                euros(tax),
                euros(tip),
                method,
                null);
    }

    private static String units(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
