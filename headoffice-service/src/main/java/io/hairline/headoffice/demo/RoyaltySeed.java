package io.hairline.headoffice.demo;

import io.hairline.contracts.Money;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.contracts.headoffice.RoyaltyTerms.CategoryRate;
import io.hairline.contracts.headoffice.RoyaltyTerms.RoyaltyTier;
import io.hairline.headoffice.demo.DemoNetwork.NewClinic;
import io.hairline.headoffice.royalty.RoyaltyBilling;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The brand's usual terms for every clinic, from some months ago, so that there are statements to look at. */
@Component
class RoyaltySeed {

    private static final int MONTHS = 3;
    private static final BigDecimal FIRST_TIER = BigDecimal.valueOf(20_000);

    private final RoyaltyBilling billing;
    private final Clock clock;

    RoyaltySeed(RoyaltyBilling billing, Clock clock) {
        this.billing = billing;
        this.clock = clock;
    }

    void found() {
        LocalDate from = LocalDate.ofInstant(clock.instant(), clock.getZone())
                .withDayOfMonth(1)
                .minusMonths(MONTHS);
        DemoNetwork.CLINICS.forEach(it -> billing.agree(DemoIds.clinic(it.code()), from, terms(it)));
    }

    /** 6 % of the first 20,000 and 5 % of the rest, 3 % of prepaid money, 2 % for the brand fund, 300 for technology. */
    private static RoyaltyTerms terms(NewClinic clinic) {
        return new RoyaltyTerms(
                "CASH",
                List.of(
                        new RoyaltyTier(FIRST_TIER, BigDecimal.valueOf(6)),
                        new RoyaltyTier(null, BigDecimal.valueOf(5))),
                List.of(new CategoryRate("PREPAID", BigDecimal.valueOf(3))),
                money(250, clinic),
                money(0, clinic),
                BigDecimal.TWO,
                money(300, clinic));
    }

    private static Money money(long amount, NewClinic clinic) {
        return new Money(BigDecimal.valueOf(amount), clinic.place().currency());
    }
}
