package io.hairline.headoffice.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.Money;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.PriceStep;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceOfferTests {

    private static final ServiceDurations MINUTES = new ServiceDurations(120, 15, 15, 0);
    private static final Money PRICE = new Money(BigDecimal.valueOf(400), "EUR");

    private final ServiceOffer touchUp =
            ServiceOffer.offer(DemoIds.service("TOUCH_UP"), terms(PRICE, null)).next();

    @Test
    void refusesMinutesOffTheGrid() {
        assertThatThrownBy(() -> new ServiceDurations(120, 15, 10, 0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("cleaningMinutes"));
    }

    @Test
    void saysNothingWhenNothingChanges() {
        assertThat(touchUp.offer(terms(euros("400.00"), null)).event()).isNull();
    }

    @Test
    void keepsItsIdWhenItsPriceChanges() {
        ServiceOffer dearer = touchUp.offer(terms(null, null)).next();

        assertThat(dearer.id()).isEqualTo(touchUp.id());
        assertThat(dearer.version()).isEqualTo(2);
    }

    @Test
    void tellsWhichDeviceItNeeds() {
        ServiceOffer withLaser = touchUp.offer(terms(PRICE, "LASER")).next();

        assertThat(withLaser.deviceKind()).isEqualTo("LASER");
        assertThat(withLaser.offer(terms(PRICE, "LASER")).event()).isNull();
        assertThat(withLaser.offer(terms(PRICE, null)).event())
                .isInstanceOfSatisfying(
                        ServiceOffered.class, it -> assertThat(it.deviceKind()).isNull());
    }

    @Test
    void keepsItsPricesWhenTheListPriceChangesAndLetsTheirsFollow() {
        ServiceOffer priced = touchUp.price(price("450.00", null)).next();

        ServiceOffer dearer = priced.offer(terms(euros("500"), null)).next();

        assertThat(priced.listPrice()).isEqualTo(euros("450"));
        assertThat(dearer.allPrices()).containsExactly(price("500.00", null));
        assertThat(dearer.offer(new OfferTerms("TOUCH_UP", MINUTES, euros("500"), null, List.of()))
                        .next()
                        .prices())
                .isNull();
    }

    @Test
    void setsThePriceOfADayBesideTheOneBefore() {
        LocalDate newYear = LocalDate.of(2028, 1, 1);
        ServiceOffer priced = touchUp.price(price("400", null)).next();

        ServiceOffer later = priced.price(price("430", newYear)).next();

        assertThat(later.listPrice()).isEqualTo(PRICE);
        assertThat(later.allPrices()).containsExactly(price("400", null), price("430", newYear));
        assertThat(later.price(price("430", newYear)).event()).isNull();
        assertThat(later.price(price("440", newYear)).next().allPrices()).hasSize(2);
    }

    @Test
    void tellsItsPrices() {
        assertThat(touchUp.price(price("400", null)).event())
                .isInstanceOfSatisfying(
                        ServiceOffered.class, it -> assertThat(it.prices()).containsExactly(price("400", null)));
    }

    @Test
    void refusesPricesThatMakeNoSense() {
        Money pounds = new Money(BigDecimal.TEN, "GBP");
        refused("prices.zones", new ServicePrice(PRICE, steps(4, 4), null, null, null));
        refused("prices.zones", new ServicePrice(PRICE, steps(7, 4), null, null, null));
        refused("prices.zones", new ServicePrice(PRICE, steps(1), null, null, null));
        refused("prices.zones", new ServicePrice(PRICE, steps(12), null, null, null));
        refused("prices.densities", new ServicePrice(PRICE, null, steps(401), null, null));
        refused("prices.densities", new ServicePrice(PRICE, null, List.of(new PriceStep(60, pounds)), null, null));
        refused("prices.numbing", new ServicePrice(PRICE, null, null, euros("-1"), null));
        refused("prices.price", price("399", null));
        refused("prices.validFrom", price("400", null), price("400", null));
    }

    @Test
    void refusesAnAmountThatIsNoPrice() {
        for (String amount : List.of("-1", "1000000000.01", "99999999999")) {
            assertThatThrownBy(() -> terms(euros(amount), null))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it -> assertThat(it.errors().getFirst().field()).isEqualTo("listPrice"));
            refused("prices.price", new ServicePrice(euros(amount), null, null, null, LocalDate.of(2028, 1, 1)));
            refused("prices.numbing", new ServicePrice(PRICE, null, null, euros(amount), null));
        }
        assertThat(terms(euros("0"), null).listPrice()).isEqualTo(euros("0"));
        assertThat(terms(euros("1000000000"), null).listPrice()).isEqualTo(euros("1000000000"));
    }

    private static void refused(String field, ServicePrice... prices) {
        assertThatThrownBy(() -> new OfferTerms("TOUCH_UP", MINUTES, PRICE, null, List.of(prices)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo(field));
    }

    private static OfferTerms terms(@Nullable Money price, @Nullable String deviceKind) {
        return new OfferTerms("TOUCH_UP", MINUTES, price, deviceKind, null);
    }

    private static ServicePrice price(String amount, @Nullable LocalDate from) {
        return new ServicePrice(euros(amount), steps(4, 7), null, euros("40"), from);
    }

    private static List<PriceStep> steps(Integer... from) {
        return Stream.of(from).map(it -> new PriceStep(it, euros("10"))).toList();
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
