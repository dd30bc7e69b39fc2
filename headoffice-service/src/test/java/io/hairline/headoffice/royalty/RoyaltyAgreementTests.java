package io.hairline.headoffice.royalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.Money;
import io.hairline.contracts.RoyaltyAgreementId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.contracts.headoffice.RoyaltyTerms.RoyaltyTier;
import io.hairline.headoffice.royalty.RoyaltyAgreement.DatedTerms;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoyaltyAgreementTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-15");
    private static final LocalDate DECEMBER = LocalDate.parse("2026-12-01");
    private static final Money NOTHING = new Money(BigDecimal.ZERO, "EUR");

    private final RoyaltyAgreement agreed = RoyaltyAgreement.none(
                    new RoyaltyAgreementId(Ids.next(RoyaltyAgreementId.PREFIX)), DemoIds.clinic("BER"), "EUR")
            .agree(LocalDate.parse("2026-01-01"), percent(6), TODAY)
            .next();

    @Test
    void putsAMistypedRateRight() {
        RoyaltyAgreement mistyped = agree(agreed, DECEMBER, 60);

        RoyaltyAgreement right = agree(mistyped, DECEMBER, 5);

        assertThat(rate(right, "2026-11-30")).isEqualTo(percent(6));
        assertThat(rate(right, "2026-12-01")).isEqualTo(percent(5));
        assertThat(right.terms()).as("and the wrong terms stay to be seen").hasSize(3);
        assertThat(right.inPlaceOf(right.terms().get(1)))
                .map(DatedTerms::ruleVersion)
                .hasValue(3);
        assertThat(right.inPlaceOf(right.terms().getFirst())).isEmpty();
    }

    @Test
    void putsAMistypedMonthRight() {
        RoyaltyAgreement mistyped = agree(agreed, LocalDate.parse("2126-12-01"), 5);

        RoyaltyAgreement right = agree(mistyped, DECEMBER, 5);

        assertThat(rate(right, "2026-12-01")).isEqualTo(percent(5));
        assertThat(rate(right, "2126-12-01")).isEqualTo(percent(5));
        assertThat(right.on(LocalDate.parse("2127-01-01")))
                .map(DatedTerms::ruleVersion)
                .hasValue(3);
    }

    @Test
    void knowsOnADayOnlyWhatWasAgreedByThen() {
        LocalDate later = TODAY.plusDays(3);
        RoyaltyAgreement renewed = agreed.agree(DECEMBER, percent(5), later).next();

        assertThat(renewed.on(DECEMBER, later.minusDays(1)))
                .map(DatedTerms::ruleVersion)
                .hasValue(1);
        assertThat(renewed.on(DECEMBER, later)).map(DatedTerms::ruleVersion).hasValue(2);
        assertThat(renewed.on(DECEMBER, TODAY.minusYears(1)))
                .as("before any was written down, the first")
                .map(DatedTerms::ruleVersion)
                .hasValue(1);
    }

    @Test
    void beginsWithTheFirstOfAllTerms() {
        assertThat(agree(agreed, LocalDate.parse("2025-12-01"), 5).begin()).isEqualTo("2025-12-01");
    }

    @Test
    void changesNothingWhenToldAgain() {
        assertThat(agreed.agree(LocalDate.parse("2026-01-01"), percent(6), TODAY)
                        .event())
                .isNull();
    }

    @Test
    void refusesMonthsThatNobodyBillsAnyMore() {
        assertThatThrownBy(() -> agreed.agree(LocalDate.parse("2024-10-01"), percent(5), TODAY))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> agreed.agree(LocalDate.parse("2026-12-02"), percent(5), TODAY))
                .isInstanceOf(Refusal.class);
    }

    private static RoyaltyAgreement agree(RoyaltyAgreement before, LocalDate from, int percent) {
        return before.agree(from, percent(percent), TODAY).next();
    }

    private static RoyaltyTerms rate(RoyaltyAgreement agreement, String day) {
        return agreement.on(LocalDate.parse(day)).orElseThrow().terms();
    }

    private static RoyaltyTerms percent(int percent) {
        return new RoyaltyTerms(
                "CASH",
                List.of(new RoyaltyTier(null, BigDecimal.valueOf(percent))),
                List.of(),
                NOTHING,
                NOTHING,
                BigDecimal.ZERO,
                NOTHING);
    }
}
