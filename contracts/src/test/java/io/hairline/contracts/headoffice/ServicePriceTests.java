package io.hairline.contracts.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePriceTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2028, 1, 1);

    private final ServicePrice price = new ServicePrice(
            euros("950"),
            List.of(new PriceStep(4, euros("150.50")), new PriceStep(7, euros("300"))),
            List.of(new PriceStep(60, euros("100")), new PriceStep(90, euros("250"))),
            euros("40"),
            null);

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 0", "4, 150.50", "6, 150.50", "7, 300", "11, 300"})
    void addsTheStepThatTheZonesReach(int zones, String extra) {
        assertThat(price.zonesExtra(zones)).isEqualTo(euros(extra));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "59, 0", "60, 100", "89, 100", "90, 250", "400, 250"})
    void addsTheStepThatTheDensityReaches(int dots, String extra) {
        assertThat(price.densityExtra(dots)).isEqualTo(euros(extra));
    }

    @Test
    void reachesFromItsPriceToItsDearestSteps() {
        assertThat(price.highest()).isEqualTo(euros("1500"));
        assertThat(price.highestWithNumbing()).isEqualTo(euros("1540"));
        assertThat(ServicePrice.fixed(euros("10")).highestWithNumbing()).isEqualTo(euros("10"));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 120000, 135000", "KWD, 300.125, 15300.125", "EUR, 950.10, 15950.10"})
    void isExactInTheDigitsOfItsCurrency(String currency, String amount, String highest) {
        ServicePrice some = new ServicePrice(
                money(amount, currency), List.of(new PriceStep(2, money("15000", currency))), null, null, null);

        assertThat(some.highest()).isEqualTo(money(highest, currency));
        assertThat(some.zonesExtra(1).amount()).isZero();
    }

    @Test
    void holdsFromItsDay() {
        ServicePrice later = new ServicePrice(euros("990"), null, null, null, NEW_YEAR);
        List<ServicePrice> prices = List.of(price, later);

        assertThat(ServicePrice.on(NEW_YEAR.minusDays(1), "EUR", null, prices)).contains(price);
        assertThat(ServicePrice.on(NEW_YEAR, "EUR", null, prices)).contains(later);
    }

    @Test
    void isTheListPriceWhereThereIsNoneInTheCurrencyYet() {
        ServicePrice later = new ServicePrice(euros("990"), null, null, null, NEW_YEAR);
        Money listPrice = euros("950");

        assertThat(ServicePrice.on(NEW_YEAR.minusDays(1), "EUR", listPrice, List.of(later)))
                .contains(ServicePrice.fixed(listPrice));
        assertThat(ServicePrice.on(NEW_YEAR, "GBP", listPrice, null)).isEmpty();
    }

    private static Money euros(String amount) {
        return money(amount, "EUR");
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
