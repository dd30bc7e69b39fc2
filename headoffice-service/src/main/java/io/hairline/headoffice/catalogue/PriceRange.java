package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.ServicePrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service costs on a day in a currency, by zones and density.
 *
 * @param from without anything that adds to it
 * @param to with all zones in the highest density
 * @param numbing what numbing adds; absent if nothing
 */
record PriceRange(Money from, Money to, @Nullable Money numbing) {

    /** In every currency that there is a price in, the list price's first. */
    static List<PriceRange> of(ServiceOffer offer, LocalDate day) {
        Money listPrice = offer.listPrice();
        return Stream.concat(
                        Stream.ofNullable(listPrice).map(Money::currency),
                        offer.allPrices().stream().map(ServicePrice::currency))
                .distinct()
                .map(it -> ServicePrice.on(day, it, listPrice, offer.allPrices()))
                .flatMap(Optional::stream)
                .map(it -> new PriceRange(it.price(), it.highest(), it.numbing()))
                .toList();
    }
}
