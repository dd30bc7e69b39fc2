package io.hairline.treatment.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.PriceStep;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.treatment.pricing.PricePart.Code;
import io.hairline.treatment.scalp.ScalpZone;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionPricingTests {

    private static final List<ScalpZone> FOUR =
            List.of(ScalpZone.CROWN, ScalpZone.MID_SCALP, ScalpZone.FORELOCK, ScalpZone.FRONTAL_HAIRLINE);

    private final ServicePrice catalogue = new ServicePrice(
            pounds("820"),
            List.of(new PriceStep(4, pounds("130"))),
            List.of(new PriceStep(60, pounds("90.50"))),
            pounds("40"),
            null);

    @Test
    void addsUpZonesDensityAndNumbing() {
        SessionPricing it = SessionPricing.of(wanted(null, FOUR, 60), catalogue, true);

        assertThat(it.price()).isEqualTo(pounds("1080.50"));
        assertThat(it.parts())
                .containsExactly(
                        new PricePart(Code.BASE, pounds("820")),
                        new PricePart(Code.ZONES, pounds("130")),
                        new PricePart(Code.DENSITY, pounds("90.50")),
                        new PricePart(Code.NUMBING, pounds("40")));
    }

    @Test
    void isTheBaseWhereNothingAddsToIt() {
        SessionPricing it = SessionPricing.of(wanted(null, null, null), catalogue, false);

        assertThat(it.parts()).containsExactly(new PricePart(Code.BASE, pounds("820")));
    }

    @Test
    void namesWhatWasAgreedBesideTheCatalogue() {
        SessionPricing it = SessionPricing.of(wanted(pounds("900"), FOUR, 10), catalogue, false);

        assertThat(it.price()).isEqualTo(pounds("900"));
        assertThat(it.parts())
                .containsExactly(
                        new PricePart(Code.BASE, pounds("820")),
                        new PricePart(Code.ZONES, pounds("130")),
                        new PricePart(Code.AGREED, pounds("-50")));
    }

    @Test
    void countsEachZoneOnce() {
        var twice =
                Stream.concat(FOUR.stream().limit(3), FOUR.stream().limit(3)).toList();

        assertThat(SessionPricing.of(wanted(null, twice, null), catalogue, false)
                        .price())
                .isEqualTo(pounds("820"));
    }

    /** Whatever the catalogue says and whatever is agreed, the parts are the price to the last digit. */
    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void makesEveryPriceOfItsParts(String currency) {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            ServicePrice some = new ServicePrice(
                    any(random, currency),
                    List.of(new PriceStep(2, any(random, currency)), new PriceStep(3, any(random, currency))),
                    List.of(new PriceStep(1 + random.nextInt(100), any(random, currency))),
                    random.nextBoolean() ? any(random, currency) : null,
                    null);
            Money agreed = random.nextBoolean() ? any(random, currency) : null;
            SessionPricing it = SessionPricing.of(
                    wanted(agreed, FOUR.subList(0, random.nextInt(5)), 1 + random.nextInt(100)),
                    some,
                    random.nextBoolean());

            List<PricePart> parts = Objects.requireNonNull(it.parts());
            BigDecimal sum =
                    parts.stream().map(part -> part.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new Money(sum, currency)).isEqualTo(it.price());
            assertThat(agreed == null || it.price().equals(agreed)).isTrue();
            assertThat(agreed != null
                            || it.price()
                                            .amount()
                                            .compareTo(some.highestWithNumbing().amount())
                                    <= 0)
                    .isTrue();
        }
    }

    private static Money any(Random random, String currency) {
        return new Money(BigDecimal.valueOf(random.nextInt(1_000_000), Currencies.digits(currency)), currency);
    }

    private static WantedSession wanted(
            @Nullable Money price, @Nullable List<ScalpZone> zones, @Nullable Integer density) {
        return new WantedSession("SESSION_1", price, zones, density);
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP");
    }
}
