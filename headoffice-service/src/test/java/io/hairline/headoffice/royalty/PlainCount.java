package io.hairline.headoffice.royalty;

import io.hairline.contracts.Money;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.contracts.headoffice.RoyaltyTerms.CategoryRate;
import io.hairline.contracts.headoffice.RoyaltyTerms.RoyaltyTier;
import io.hairline.headoffice.royalty.RoyaltyLine.Kind;
import io.hairline.headoffice.royalty.StatementsOfEvents.Told;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What a month's events come to by its terms: sums first and rates then, without entries or lines. */
final class PlainCount {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PlainCount() {}

    /** Kinds that come to nothing are left out. */
    static Map<Kind, BigDecimal> of(RoyaltyTerms terms, Collection<Told> events) {
        Map<String, BigDecimal> bases = new HashMap<>();
        events.forEach(it -> add(terms, it, bases));
        BigDecimal all = bases.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal royalty = BigDecimal.ZERO;
        for (CategoryRate rate : terms.categories()) {
            BigDecimal base = Objects.requireNonNullElse(bases.remove(rate.categoryCode()), BigDecimal.ZERO);
            royalty = royalty.add(rounded(base.multiply(rate.percent())));
        }
        royalty = royalty.add(inTiers(terms, bases.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        Map<Kind, BigDecimal> sums = new EnumMap<>(Kind.class);
        sums.put(Kind.ROYALTY, royalty);
        sums.put(Kind.BRAND_FUND, rounded(all.multiply(terms.brandFundPercent())));
        BigDecimal minimum = terms.minimum().amount();
        sums.put(Kind.MINIMUM, minimum.signum() > 0 ? minimum.subtract(royalty).max(BigDecimal.ZERO) : BigDecimal.ZERO);
        sums.put(Kind.FIXED_FEE, terms.fixedFee().amount());
        sums.put(Kind.TECHNOLOGY_FEE, terms.technologyFee().amount());
        sums.values().removeIf(it -> it.signum() == 0);
        sums.replaceAll((_, it) -> it.setScale(2, RoundingMode.UNNECESSARY));
        return sums;
    }

    private static void add(RoyaltyTerms terms, Told it, Map<String, BigDecimal> bases) {
        switch (it.event()) {
            case PaymentCaptured taken -> {
                PaymentDetails paid = taken.paid();
                add(terms, paid, net(paid.amount(), paid.tax(), paid.tip()), bases);
            }
            case PaymentRefunded back ->
                add(
                        terms,
                        back.paid(),
                        net(back.amount(), Objects.requireNonNull(back.tax()), Objects.requireNonNull(back.tip()))
                                .negate(),
                        bases);
            default -> throw new IllegalArgumentException("no payment");
        }
    }

    /** By cash, what is paid with a gift card was counted when the card was sold. */
    private static void add(RoyaltyTerms terms, PaymentDetails paid, BigDecimal net, Map<String, BigDecimal> bases) {
        if (terms.basisCode().equals("ACCRUAL") || !paid.methodCode().equals("GIFT_CARD")) {
            bases.merge(paid.courseId() == null ? "VISIT" : "COURSE", net, BigDecimal::add);
        }
    }

    private static BigDecimal net(Money amount, Money tax, Money tip) {
        return amount.amount().subtract(tax.amount()).subtract(tip.amount());
    }

    /** The first tier's rate of all, and of what is above a border the difference to the next one's. */
    private static BigDecimal inTiers(RoyaltyTerms terms, BigDecimal base) {
        BigDecimal owed = base.multiply(terms.tiers().getFirst().percent());
        for (int i = 1; i < terms.tiers().size(); i++) {
            RoyaltyTier below = terms.tiers().get(i - 1);
            BigDecimal above =
                    base.subtract(Objects.requireNonNull(below.upTo())).max(BigDecimal.ZERO);
            owed = owed.add(above.multiply(terms.tiers().get(i).percent().subtract(below.percent())));
        }
        return rounded(owed);
    }

    private static BigDecimal rounded(BigDecimal hundredfold) {
        return hundredfold.divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }
}
