package io.hairline.headoffice.demo;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PriceStep;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.headoffice.catalogue.OfferTerms;
import io.hairline.headoffice.catalogue.ServiceDurations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the demo franchise offers, and on which terms. */
final class DemoCatalogue {

    /** What scars are looked at through while they are treated. */
    static final String DERMATOSCOPE = "DERMATOSCOPE";

    private static final Map<String, Integer> PERCENT_OF_EURO = Map.of("EUR", 100, "GBP", 86, "USD", 110);
    private static final int HALF_A_HEAD = 4;
    private static final int WHOLE_HEAD = 7;
    private static final int DENSE = 60;
    private static final int VERY_DENSE = 90;
    private static final int NUMBING = 40;

    static final List<OfferTerms> SERVICES = List.of(
            free("CONSULTATION", 45),
            free("PATCH_TEST", 15),
            treatment("SESSION_1", 240, 15, 950, 150, 100),
            treatment("SESSION_2", 210, 15, 750, 120, 80),
            treatment("SESSION_3", 150, 15, 600, 90, 60),
            treatment("SESSION_4", 150, 15, 450, 90, 60),
            needing(DERMATOSCOPE, treatment("SCAR", 120, 0, 550, 0, 60)),
            treatment("DENSITY", 180, 15, 850, 120, 80),
            treatment("TOUCH_UP", 120, 0, 400, 0, 0));

    static final BookingPolicy POLICY = new BookingPolicy(
            60,
            400,
            10,
            3,
            15,
            List.of(new CancellationTier(72, 100), new CancellationTier(48, 50), new CancellationTier(0, 0)),
            DepositRule.DEFAULT,
            HealingRule.DEFAULT,
            null,
            null,
            null,
            null,
            null);

    private DemoCatalogue() {}

    private static OfferTerms free(String code, int minutes) {
        return new OfferTerms(code, new ServiceDurations(minutes, 0, 0, 0), money("EUR", 0), null, null);
    }

    /** With a price in the currency of each clinic; sums in euros, of which the others are a rounded part. */
    private static OfferTerms treatment(
            String code, int minutes, int practitionerExtra, int price, int perArea, int perDensity) {
        return new OfferTerms(
                code,
                new ServiceDurations(minutes, 15, 15, practitionerExtra),
                money("EUR", price),
                null,
                PERCENT_OF_EURO.entrySet().stream()
                        .map(it -> price(it.getKey(), it.getValue(), price, perArea, perDensity))
                        .toList());
    }

    private static OfferTerms needing(String deviceKind, OfferTerms it) {
        return new OfferTerms(it.code(), it.minutes(), it.listPrice(), deviceKind, it.prices());
    }

    private static ServicePrice price(String currency, int percent, int price, int perArea, int perDensity) {
        return new ServicePrice(
                part(currency, percent, price),
                perArea == 0
                        ? null
                        : List.of(
                                new PriceStep(HALF_A_HEAD, part(currency, percent, perArea)),
                                new PriceStep(WHOLE_HEAD, part(currency, percent, perArea * 2))),
                perDensity == 0
                        ? null
                        : List.of(
                                new PriceStep(DENSE, part(currency, percent, perDensity)),
                                new PriceStep(VERY_DENSE, part(currency, percent, perDensity * 2))),
                part(currency, percent, NUMBING),
                null);
    }

    /** In steps of ten. */
    private static Money part(String currency, int percent, int euros) {
        return money(currency, Math.ceilDiv(euros * percent, 1_000) * 10);
    }

    private static Money money(String currency, int amount) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }
}
