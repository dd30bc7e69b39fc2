package io.hairline.contracts.headoffice;

import io.hairline.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service costs in one currency; all its amounts are in that of {@code price}.
 *
 * @param price of the smallest area in the lightest density, without numbing
 * @param zones what more zones of the scalp add, fewest first; absent if the area makes no difference
 * @param densities what more dots per square centimetre add, fewest first; absent if they make no difference
 * @param numbing what numbing adds to a session; absent if nothing
 * @param validFrom the first local day of a clinic on which it holds; absent for what holds until one with a day does
 */
public record ServicePrice(
        Money price,
        @Nullable List<PriceStep> zones,
        @Nullable List<PriceStep> densities,
        @Nullable Money numbing,
        @Nullable LocalDate validFrom) {

    public ServicePrice {
        zones = zones == null || zones.isEmpty() ? null : List.copyOf(zones);
        densities = densities == null || densities.isEmpty() ? null : List.copyOf(densities);
    }

    /** A price that nothing adds to. */
    public static ServicePrice fixed(Money price) {
        return new ServicePrice(price, null, null, null, null);
    }

    /** The one that holds on a local day in a currency: the latest of a service's prices, else its list price. */
    public static Optional<ServicePrice> on(
            LocalDate day, String currency, @Nullable Money listPrice, @Nullable List<ServicePrice> prices) {
        return Optional.ofNullable(prices).orElse(List.of()).stream()
                .filter(it -> it.currency().equals(currency) && !it.begins().isAfter(day))
                .max(Comparator.comparing(ServicePrice::begins))
                .or(() -> Optional.ofNullable(listPrice)
                        .filter(it -> it.currency().equals(currency))
                        .map(ServicePrice::fixed));
    }

    public String currency() {
        return price.currency();
    }

    /** Whether it is a price for the same time in the same currency, and so takes the place of the other. */
    public boolean replaces(ServicePrice other) {
        return currency().equals(other.currency()) && begins().equals(other.begins());
    }

    /** What so many zones add. */
    public Money zonesExtra(int count) {
        return extra(zones, count);
    }

    /** What so many dots per square centimetre add. */
    public Money densityExtra(int dots) {
        return extra(densities, dots);
    }

    /** The price of the dearest area in the dearest density, without numbing. */
    public Money highest() {
        return money(price.amount().add(dearest(zones)).add(dearest(densities)));
    }

    /** The same with numbing: no session can cost more. */
    public Money highestWithNumbing() {
        return numbing == null ? highest() : money(highest().amount().add(numbing.amount()));
    }

    private LocalDate begins() {
        return validFrom == null ? LocalDate.MIN : validFrom;
    }

    private Money extra(@Nullable List<PriceStep> steps, int number) {
        return steps == null
                ? money(BigDecimal.ZERO)
                : steps.stream()
                        .filter(it -> it.from() <= number)
                        .max(Comparator.comparingInt(PriceStep::from))
                        .map(PriceStep::extra)
                        .orElseGet(() -> money(BigDecimal.ZERO));
    }

    private static BigDecimal dearest(@Nullable List<PriceStep> steps) {
        return steps == null
                ? BigDecimal.ZERO
                : steps.stream().map(it -> it.extra().amount()).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency());
    }
}
