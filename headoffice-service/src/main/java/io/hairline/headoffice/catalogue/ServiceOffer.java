package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Money;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A service of the catalogue.
 *
 * @param code unique, such as {@code SESSION_1}; clinics, plans and appointments name it by this
 * @param listPrice what it costs where there is no price in the clinic's currency
 * @param deviceKind what kind of exclusive device it needs for as long as the chair; absent if none
 * @param prices by currency and first day; absent if there is the list price alone
 */
@Document("services")
@TypeAlias("service")
public record ServiceOffer(
        @Id ServiceId id,
        long version,
        String code,
        ServiceDurations minutes,
        @Nullable Money listPrice,
        @Nullable String deviceKind,
        @Nullable List<ServicePrice> prices)
        implements Aggregate {

    public ServiceOffer {
        prices = prices == null || prices.isEmpty() ? null : List.copyOf(prices);
    }

    static Change<ServiceOffer> offer(ServiceId id, OfferTerms terms) {
        return of(id, 1, terms.code(), terms, terms.withPricesOr(List.of())).offered();
    }

    /** Terms that name no prices leave them as they are, beside the one that the list price is. */
    Change<ServiceOffer> offer(OfferTerms terms) {
        return become(of(id, version + 1, code, terms, terms.withPricesOr(allPrices())));
    }

    /** Sets the price of a currency from a day on. */
    Change<ServiceOffer> price(ServicePrice price) {
        List<ServicePrice> all = Stream.concat(allPrices().stream().filter(it -> !price.replaces(it)), Stream.of(price))
                .sorted(PriceRules.ORDER)
                .toList();
        Money nextListPrice = PriceRules.isListPrice(price, listPrice) ? price.price() : listPrice;
        OfferTerms terms = new OfferTerms(code, minutes, nextListPrice, deviceKind, PriceRules.checked(all));
        return offer(terms);
    }

    List<ServicePrice> allPrices() {
        return Objects.requireNonNullElse(prices, List.of());
    }

    private static ServiceOffer of(
            ServiceId id, long version, String code, OfferTerms terms, List<ServicePrice> prices) {
        return new ServiceOffer(id, version, code, terms.minutes(), terms.listPrice(), terms.deviceKind(), prices);
    }

    private Change<ServiceOffer> become(ServiceOffer next) {
        return next.equals(new ServiceOffer(id, version + 1, code, minutes, listPrice, deviceKind, prices))
                ? Change.none(this)
                : next.offered();
    }

    private Change<ServiceOffer> offered() {
        return Change.to(
                this,
                new ServiceOffered(
                        id,
                        code,
                        minutes.client(),
                        minutes.preparation(),
                        minutes.cleaning(),
                        minutes.practitionerExtra(),
                        listPrice,
                        deviceKind,
                        prices));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
