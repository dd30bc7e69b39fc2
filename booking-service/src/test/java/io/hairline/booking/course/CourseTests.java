package io.hairline.booking.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTests {

    @ParameterizedTest
    @CsvSource({
        "2400.00, EUR, 480.00",
        "500.00, EUR, 100.00",
        "499.99, EUR, 100.00",
        "500.03, EUR, 100.01",
        "80.00, EUR, 80.00",
        "0.00, EUR, 0.00",
        "240003, JPY, 48001",
        "1000.002, BHD, 200.000"
    })
    void takesAFifthButAtLeastAHundredAndNeverMoreThanThePrice(BigDecimal price, String currency, BigDecimal deposit) {
        assertThat(Course.depositFor(new Money(price, currency), DepositRule.DEFAULT))
                .isEqualTo(new Money(deposit, currency));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.00", "100, 0, 1234.50", "33, 0, 407.39"})
    void takesTheShareThatTheBrandSets(int percent, BigDecimal minimum, BigDecimal deposit) {
        DepositRule rule = new DepositRule(percent, minimum, BigDecimal.ZERO);

        assertThat(Course.depositFor(new Money(new BigDecimal("1234.50"), "EUR"), rule))
                .isEqualTo(new Money(deposit, "EUR"));
    }
}
