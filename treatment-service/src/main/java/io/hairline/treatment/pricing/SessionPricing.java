package io.hairline.treatment.pricing;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.treatment.scalp.ScalpZone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the price of a session is made.
 *
 * @param zones absent if none were named
 * @param density absent if none was named
 * @param parts absent if the price was agreed without the catalogue
 */
public record SessionPricing(
        String serviceCode,
        Money price,
        @Nullable List<ScalpZone> zones,
        @Nullable Integer density,
        @Nullable List<PricePart> parts) {

    public SessionPricing {
        zones = zones == null ? null : List.copyOf(zones);
        parts = parts == null ? null : List.copyOf(parts);
    }

    /** A price that says nothing of how it is made. */
    static SessionPricing agreed(WantedSession it, Money price) {
        return new SessionPricing(it.serviceCode(), price, it.distinctZones(), it.density(), null);
    }

    /** By the catalogue; an agreed price differs from it by a part of its own. */
    static SessionPricing of(WantedSession it, ServicePrice catalogue, boolean numbing) {
        List<ScalpZone> zones = it.distinctZones();
        int density = Objects.requireNonNullElse(it.density(), 0);
        List<PricePart> parts = new ArrayList<>(List.of(new PricePart(PricePart.Code.BASE, catalogue.price())));
        add(parts, PricePart.Code.ZONES, catalogue.zonesExtra(zones == null ? 0 : zones.size()));
        add(parts, PricePart.Code.DENSITY, catalogue.densityExtra(density));
        if (numbing && catalogue.numbing() != null) {
            add(parts, PricePart.Code.NUMBING, catalogue.numbing());
        }
        Money sum = sum(parts.stream().map(PricePart::amount), catalogue.currency());
        Money price = Objects.requireNonNullElse(it.price(), sum);
        add(parts, PricePart.Code.AGREED, new Money(price.amount().subtract(sum.amount()), sum.currency()));
        return new SessionPricing(it.serviceCode(), price, zones, it.density(), parts);
    }

    private static void add(List<PricePart> parts, PricePart.Code code, Money amount) {
        if (amount.amount().signum() != 0) {
            parts.add(new PricePart(code, amount));
        }
    }

    /** Of sessions that are all in this currency. */
    public static Money total(List<SessionPricing> sessions, String currency) {
        return sum(sessions.stream().map(SessionPricing::price), currency);
    }

    private static Money sum(Stream<Money> amounts, String currency) {
        return new Money(amounts.map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }
}
