package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the brand offers a service.
 *
 * @param prices absent to leave those that there are; empty to have the list price alone
 */
public record OfferTerms(
        String code,
        ServiceDurations minutes,
        @Nullable Money listPrice,
        @Nullable String deviceKind,
        @Nullable List<ServicePrice> prices) {

    public OfferTerms {
        if (listPrice != null) {
            PriceRules.check("listPrice", listPrice);
        }
        prices = prices == null ? null : PriceRules.checked(prices);
        if (prices != null && prices.stream().anyMatch(it -> differs(it, listPrice))) {
            throw Refusal.input(
                    "prices.price", "must be the list price in the list price's currency, where it has no first day");
        }
    }

    private static boolean differs(ServicePrice it, @Nullable Money listPrice) {
        return PriceRules.isListPrice(it, listPrice) && !it.price().equals(listPrice);
    }

    /** The prices that there are after this; the one that is the list price follows it. */
    List<ServicePrice> withPricesOr(List<ServicePrice> before) {
        return prices != null
                ? prices
                : before.stream()
                        .map(it -> listPrice != null && PriceRules.isListPrice(it, listPrice)
                                ? new ServicePrice(listPrice, it.zones(), it.densities(), it.numbing(), it.validFrom())
                                : it)
                        .toList();
    }
}
