package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.PriceStep;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the prices of a service must be like. */
final class PriceRules {

    /** By currency, the one without a day first. */
    static final Comparator<ServicePrice> ORDER = Comparator.comparing(ServicePrice::currency)
            .thenComparing(ServicePrice::validFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

    /** The highest amount of any currency: a programme is a few thousand euros and some hundred million Vietnamese dong. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private static final int MOST_PRICES = 50;
    private static final int MOST_STEPS = 10;
    private static final int SECOND_ZONE = 2;
    private static final int ALL_ZONES = 11;
    private static final int DENSEST = 400;

    private PriceRules() {}

    /** Whether this is what the list price says in its currency. */
    static boolean isListPrice(ServicePrice it, @Nullable Money listPrice) {
        return listPrice != null && it.validFrom() == null && it.currency().equals(listPrice.currency());
    }

    /** In their order; refuses what makes no price. */
    static List<ServicePrice> checked(List<ServicePrice> prices) {
        if (prices.size() > MOST_PRICES) {
            throw Refusal.input("prices", "must be at most " + MOST_PRICES);
        }
        prices.forEach(PriceRules::check);
        if (prices.stream().anyMatch(it -> prices.stream().filter(it::replaces).count() > 1)) {
            throw Refusal.input("prices.validFrom", "must be another for each price of a currency");
        }
        return prices.stream().sorted(ORDER).toList();
    }

    /** Refuses what makes no price in the field of this name. */
    static void check(String field, Money price) {
        if (!Currencies.isPaidWith(price.currency())) {
            throw Refusal.input(field, "must be in a currency that a country is paid in today, such as EUR");
        }
        bounds(field, price.amount());
    }

    /** Refuses an amount that is negative or too high to be one of a price. */
    static void bounds(String field, BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw Refusal.input(field, "must be from 0 to " + MOST);
        }
    }

    private static void check(ServicePrice it) {
        check("prices.price", it.price());
        steps("prices.zones", it.zones(), it.currency(), SECOND_ZONE, ALL_ZONES);
        steps("prices.densities", it.densities(), it.currency(), 1, DENSEST);
        if (it.numbing() != null) {
            amount("prices.numbing", it.numbing(), it.currency());
        }
    }

    private static void steps(String field, @Nullable List<PriceStep> given, String currency, int least, int greatest) {
        List<PriceStep> steps = Objects.requireNonNullElse(given, List.of());
        if (steps.size() > MOST_STEPS) {
            throw Refusal.input(field, "must be at most " + MOST_STEPS + " steps");
        }
        Stream<Integer> from = steps.stream().map(PriceStep::from);
        if (!from.sorted()
                .distinct()
                .toList()
                .equals(steps.stream().map(PriceStep::from).toList())) {
            throw Refusal.input(field, "must rise from step to step, and name each number once");
        }
        for (PriceStep step : steps) {
            if (step.from() < least || step.from() > greatest) {
                throw Refusal.input(field, "must begin at %d to %d".formatted(least, greatest));
            }
            amount(field, step.extra(), currency);
        }
    }

    private static void amount(String field, Money it, String currency) {
        if (!it.currency().equals(currency)) {
            throw Refusal.input(field, "must be in " + currency + " like the rest of this price");
        }
        bounds(field, it.amount());
    }
}
