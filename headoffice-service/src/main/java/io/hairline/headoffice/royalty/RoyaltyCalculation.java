package io.hairline.headoffice.royalty;

import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.contracts.headoffice.RoyaltyTerms.CategoryRate;
import io.hairline.contracts.headoffice.RoyaltyTerms.RoyaltyTier;
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.headoffice.royalty.RoyaltyAgreement.DatedTerms;
import io.hairline.headoffice.royalty.RoyaltyLine.Kind;
import io.hairline.headoffice.royalty.base.RoyaltyEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * The lines of one month: a function of the terms and the entries, whatever their order.
 *
 * <p>Entries are taken by time. Each owes what the month's royalty grows by with it, after rounding: so every line is a
 * whole number of the currency's smallest coin, and the lines' sum is exactly the rounded royalty of the whole base.
 *
 * <p>A refund is an entry of its own, and so is credited by the terms of the statement that it is on: those of the month in
 * which the money went back, or of the first open month if that one is closed. By which terms the payment was counted doesn't
 * matter to it.
 */
final class RoyaltyCalculation {

    static final String ACCRUAL = "ACCRUAL";
    private static final String IN_TIERS = "";

    private final DatedTerms rule;
    private final String currency;
    private final LocalDate knownOn;
    private final Map<String, BigDecimal> rates;
    private final Map<String, Long> bases = new HashMap<>();
    private final List<RoyaltyLine> lines = new ArrayList<>();

    private RoyaltyCalculation(DatedTerms rule, String currency, LocalDate knownOn) {
        this.rule = rule;
        this.currency = currency;
        this.knownOn = knownOn;
        this.rates = rule.terms().categories().stream()
                .collect(Collectors.toMap(CategoryRate::categoryCode, CategoryRate::percent));
    }

    static List<RoyaltyLine> lines(
            DatedTerms rule, String currency, Collection<RoyaltyEntry> entries, LocalDate knownOn) {
        RoyaltyCalculation calculation = new RoyaltyCalculation(rule, currency, knownOn);
        entries.stream()
                .filter(it -> counts(rule.terms(), it))
                .sorted(Comparator.comparing(RoyaltyEntry::at).thenComparing(RoyaltyEntry::id))
                .forEach(calculation::addLines);
        calculation.fees();
        return calculation.lines;
    }

    /** Prepaid money counts once: when it is sold or when it is used, as the agreement says. */
    static boolean counts(RoyaltyTerms terms, RoyaltyEntry entry) {
        boolean accrual = terms.basisCode().equals(ACCRUAL);
        return entry.isPrepaidSale() ? !accrual : accrual || entry.tender().equals(RoyaltyEntry.MONEY);
    }

    private void addLines(RoyaltyEntry entry) {
        BigDecimal rate = rates.get(entry.category());
        add(
                Kind.ROYALTY,
                entry,
                rate == null ? IN_TIERS : entry.category(),
                rate == null ? this::inTiers : units -> percent(units, rate));
        add(
                Kind.BRAND_FUND,
                entry,
                Kind.BRAND_FUND.name(),
                units -> percent(units, rule.terms().brandFundPercent()));
    }

    private void add(Kind kind, RoyaltyEntry entry, String baseName, LongUnaryOperator owed) {
        long before = bases.getOrDefault(baseName, 0L);
        long after = Math.addExact(before, entry.netUnits());
        bases.put(baseName, after);
        long units = owed.applyAsLong(after) - owed.applyAsLong(before);
        if (units != 0 || kind == Kind.ROYALTY) {
            lines.add(RoyaltyLine.of(kind, entry, units, rule.ruleVersion(), knownOn));
        }
    }

    /** A base below zero is credited by the lowest tier. */
    private long inTiers(long units) {
        List<RoyaltyTier> tiers = rule.terms().tiers();
        BigDecimal base = MinorUnits.toAmount(units, currency);
        if (base.signum() <= 0) {
            return rounded(base.multiply(tiers.getFirst().percent()));
        }
        BigDecimal owed = BigDecimal.ZERO;
        BigDecimal start = BigDecimal.ZERO;
        for (RoyaltyTier tier : tiers) {
            BigDecimal end = tier.upTo() == null ? base : base.min(tier.upTo());
            owed = owed.add(end.subtract(start).max(BigDecimal.ZERO).multiply(tier.percent()));
            start = tier.upTo() == null ? base : tier.upTo();
        }
        return rounded(owed);
    }

    private long percent(long units, BigDecimal rate) {
        return rounded(MinorUnits.toAmount(units, currency).multiply(rate));
    }

    /** Of hundredths, to the smallest coin. */
    private long rounded(BigDecimal hundredfold) {
        return hundredfold
                .movePointLeft(2)
                .setScale(Currencies.digits(currency), RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    private void fees() {
        RoyaltyTerms terms = rule.terms();
        BigDecimal royalty = lines.stream()
                .filter(it -> it.kind() == Kind.ROYALTY)
                .map(it -> it.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal lacking = terms.minimum().amount().subtract(royalty);
        if (terms.minimum().amount().signum() > 0 && lacking.signum() > 0) {
            fee(Kind.MINIMUM, new Money(lacking, currency));
        }
        fee(Kind.FIXED_FEE, terms.fixedFee());
        fee(Kind.TECHNOLOGY_FEE, terms.technologyFee());
    }

    private void fee(Kind kind, Money amount) {
        if (amount.amount().signum() != 0) {
            lines.add(RoyaltyLine.fee(kind, amount, rule.ruleVersion(), knownOn));
        }
    }

    static Money sum(String currency, Collection<RoyaltyLine> lines) {
        return new Money(
                lines.stream().map(it -> it.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }
}
