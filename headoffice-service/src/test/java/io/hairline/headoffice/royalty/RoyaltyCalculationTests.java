package io.hairline.headoffice.royalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.contracts.headoffice.RoyaltyTerms.CategoryRate;
import io.hairline.contracts.headoffice.RoyaltyTerms.RoyaltyTier;
import io.hairline.headoffice.royalty.RoyaltyAgreement.DatedTerms;
import io.hairline.headoffice.royalty.RoyaltyLine.Kind;
import io.hairline.headoffice.royalty.base.RoyaltyEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoyaltyCalculationTests {

    private static final ClinicId CLINIC = DemoIds.clinic("BER");
    private static final LocalDate DAY = LocalDate.parse("2026-10-05");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");
    private static final BigDecimal BORDER = new BigDecimal("1000");

    /** Currencies without, with two and with three decimals. */
    @ParameterizedTest
    @ValueSource(strings = {"JPY", "EUR", "KWD"})
    void sumToTheRoundedRoyaltyOfTheWholeBaseInWhateverOrder(String currency) {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<RoyaltyEntry> entries = new ArrayList<>();
            for (int i = 0; i < random.nextInt(40); i++) {
                entries.add(entry(i, random.nextLong(-30_000, 90_000), "VISIT", currency));
            }
            List<RoyaltyLine> lines = lines(terms("0", currency), currency, entries);
            BigDecimal base = sumOfBases(lines, currency);

            assertThat(of(Kind.ROYALTY, lines))
                    .as("royalty, seed %d", seed)
                    .isEqualByComparingTo(tiered(base, currency));
            assertThat(of(Kind.BRAND_FUND, lines))
                    .isEqualByComparingTo(round(base.multiply(new BigDecimal("0.02")), currency));
            assertThat(RoyaltyCalculation.sum(currency, lines).amount())
                    .isEqualByComparingTo(of(Kind.ROYALTY, lines)
                            .add(of(Kind.BRAND_FUND, lines))
                            .add(of(Kind.TECHNOLOGY_FEE, lines)));
            Collections.shuffle(entries, random);
            assertThat(lines(terms("0", currency), currency, entries)).isEqualTo(lines);
        }
    }

    @ParameterizedTest
    @CsvSource({"999.99,60.00", "1000.00,60.00", "1000.01,60.00", "1000.20,60.01", "3000.00,160.00", "-100.00,-6.00"})
    void takeEachPartOfTheBaseByItsOwnTier(BigDecimal base, BigDecimal owed) {
        List<RoyaltyEntry> one = List.of(entry(1, base.movePointRight(2).longValueExact(), "VISIT", "EUR"));

        assertThat(of(Kind.ROYALTY, lines(terms("0", "EUR"), "EUR", one))).isEqualByComparingTo(owed);
    }

    @Test
    void creditARefundByTheTierThatItsMoneyWasIn() {
        List<RoyaltyEntry> entries = List.of(
                entry(1, 100_000, "VISIT", "EUR"), entry(2, 50_000, "VISIT", "EUR"), entry(3, -50_000, "VISIT", "EUR"));

        assertThat(lines(terms("0", "EUR"), "EUR", entries))
                .filteredOn(it -> it.kind() == Kind.ROYALTY)
                .extracting(it -> it.amount().amount().toPlainString())
                .containsExactly("60.00", "25.00", "-25.00");
    }

    @Test
    void creditARefundOfAnEarlierMonthInItsOwn() {
        List<RoyaltyLine> refundAlone = lines(terms("0", "EUR"), "EUR", List.of(entry(1, -20_000, "VISIT", "EUR")));

        assertThat(of(Kind.ROYALTY, refundAlone)).isEqualByComparingTo("-12.00");
    }

    @Test
    void addWhatIsLackingToTheMinimum() {
        List<RoyaltyEntry> one = List.of(entry(1, 10_000, "VISIT", "EUR"));

        assertThat(of(Kind.MINIMUM, lines(terms("50", "EUR"), "EUR", one))).isEqualByComparingTo("44.00");
        assertThat(lines(terms("6", "EUR"), "EUR", one)).noneMatch(it -> it.kind() == Kind.MINIMUM);
        assertThat(of(Kind.MINIMUM, lines(terms("50", "EUR"), "EUR", List.of())))
                .isEqualByComparingTo("50");
    }

    @Test
    void takeACategoryByItsOwnRateAndOutsideTheTiers() {
        List<RoyaltyEntry> entries = List.of(entry(1, 90_000, "COURSE", "EUR"), entry(2, 100_000, "VISIT", "EUR"));

        assertThat(of(Kind.ROYALTY, lines(terms("0", "EUR"), "EUR", entries))).isEqualByComparingTo("96.00");
    }

    @Test
    void countPrepaidMoneyOnceAsTheAgreementSays() {
        RoyaltyEntry sold = prepaid("booking.PrepaidSold.v1", RoyaltyEntry.MONEY);
        RoyaltyEntry takenBack = prepaid("booking.PrepaidTakenBack.v1", RoyaltyEntry.MONEY);
        RoyaltyEntry used = prepaid("booking.PaymentCaptured.v1", RoyaltyEntry.PREPAID);

        assertThat(RoyaltyCalculation.counts(basis("CASH"), sold)).isTrue();
        assertThat(RoyaltyCalculation.counts(basis("CASH"), takenBack)).isTrue();
        assertThat(RoyaltyCalculation.counts(basis("ACCRUAL"), takenBack)).isFalse();
        assertThat(RoyaltyCalculation.counts(basis("CASH"), used)).isFalse();
        assertThat(RoyaltyCalculation.counts(basis("ACCRUAL"), sold)).isFalse();
        assertThat(RoyaltyCalculation.counts(basis("ACCRUAL"), used)).isTrue();
        assertThat(RoyaltyCalculation.counts(basis("ACCRUAL"), entry(1, 1, "VISIT", "EUR")))
                .isTrue();
    }

    private static BigDecimal tiered(BigDecimal base, String currency) {
        BigDecimal first = base.min(BORDER).multiply(new BigDecimal("0.06"));
        BigDecimal rest = base.subtract(BORDER).max(BigDecimal.ZERO).multiply(new BigDecimal("0.05"));
        return round(first.add(rest), currency);
    }

    private static BigDecimal round(BigDecimal amount, String currency) {
        return amount.setScale(Currencies.digits(currency), RoundingMode.HALF_UP);
    }

    private static BigDecimal sumOfBases(List<RoyaltyLine> lines, String currency) {
        return lines.stream()
                .filter(it -> it.kind() == Kind.ROYALTY)
                .map(RoyaltyLine::base)
                .map(it -> it == null ? BigDecimal.ZERO : it.amount())
                .reduce(BigDecimal.ZERO.setScale(Currencies.digits(currency)), BigDecimal::add);
    }

    private static BigDecimal of(Kind kind, List<RoyaltyLine> lines) {
        return lines.stream()
                .filter(it -> it.kind() == kind)
                .map(it -> it.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<RoyaltyLine> lines(RoyaltyTerms terms, String currency, List<RoyaltyEntry> entries) {
        return RoyaltyCalculation.lines(
                new DatedTerms(1, LocalDate.parse("2026-10-01"), terms, TODAY), currency, entries, TODAY);
    }

    private static RoyaltyTerms basis(String basis) {
        RoyaltyTerms it = terms("0", "EUR");
        return new RoyaltyTerms(
                basis,
                it.tiers(),
                it.categories(),
                it.minimum(),
                it.fixedFee(),
                it.brandFundPercent(),
                it.technologyFee());
    }

    private static RoyaltyTerms terms(String minimum, String currency) {
        return new RoyaltyTerms(
                "CASH",
                List.of(new RoyaltyTier(BORDER, BigDecimal.valueOf(6)), new RoyaltyTier(null, BigDecimal.valueOf(5))),
                List.of(new CategoryRate("COURSE", BigDecimal.valueOf(4))),
                new Money(new BigDecimal(minimum), currency),
                new Money(BigDecimal.ZERO, currency),
                BigDecimal.TWO,
                new Money(BigDecimal.valueOf(300), currency));
    }

    private static RoyaltyEntry prepaid(String type, String tender) {
        RoyaltyEntry it = entry(1, 1_000, "PREPAID", "EUR");
        return new RoyaltyEntry(
                it.id(),
                it.clinicId(),
                it.currency(),
                it.day(),
                it.month(),
                it.at(),
                type,
                it.subject(),
                it.version(),
                tender,
                it.category(),
                it.netUnits(),
                null,
                null,
                null);
    }

    private static RoyaltyEntry entry(int number, long netUnits, String category, String currency) {
        return new RoyaltyEntry(
                "pay_" + number + ".1",
                CLINIC,
                currency,
                DAY,
                "2026-10",
                Instant.parse("2026-10-05T10:00:00Z").plusSeconds(number),
                "booking.PaymentCaptured.v1",
                "pay_" + number,
                1,
                RoyaltyEntry.MONEY,
                category,
                netUnits,
                null,
                null,
                null);
    }
}
