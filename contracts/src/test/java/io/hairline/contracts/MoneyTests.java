package io.hairline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "1, EUR, 1.00",
        "12.50, GBP, 12.50",
        "1E+3, JPY, 1000",
        "0, USD, 0.00",
        "999999999999.99, EUR, 999999999999.99"
    })
    void isAsExactAsItsCurrency(BigDecimal amount, String currency, String exact) {
        assertThat(new Money(amount, currency).amount().toPlainString()).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({"0.001, EUR", "0.5, JPY", "1, XXY", "1e-1000000000, EUR"})
    void refusesWhatItsCurrencyDoesNotHave(BigDecimal amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(amount, currency));
    }

    /** Written out, the largest of these would fill the memory of every service that reads it. */
    @ParameterizedTest
    @CsvSource({"1000000000000", "-1e12", "1e100000", "1e1000000000", "1e2147483647"})
    void refusesAnAmountThatNobodyPays(BigDecimal amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(amount, "EUR"));
    }

    @Test
    void takesNoughtHoweverItIsWritten() {
        assertThat(new Money(new BigDecimal("0e100000"), "EUR").amount()).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({"480, EUR, 480.00", "480, JPY, 480", "0.5, KWD, 0.500", "1E+3, JPY, 1000", "-12.5, EUR, -12.50"})
    void isWrittenAsTextWithTheDigitsOfItsCurrency(BigDecimal amount, String currency, String written) {
        assertThat(JSON.writeValueAsString(new Money(amount, currency)))
                .isEqualTo("{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(written, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"480", "480.00", "\"480\"", "\"480.00\""})
    void isReadFromTextAndFromANumber(String amount) {
        assertThat(JSON.readValue("{\"amount\":%s,\"currency\":\"EUR\"}".formatted(amount), Money.class))
                .isEqualTo(new Money(new BigDecimal(480), "EUR"));
    }
}
