package io.hairline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTests {

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "GBP", "USD", "JPY", "KWD", "CHF", "XOF", "XPF", "XCD", "CLP", "ISK", "TND"})
    void knowsWhatIsPaidWith(String code) {
        assertThat(Currencies.isPaidWith(code)).isTrue();
    }

    /** No currency, test, metals, funds, special drawing rights, withdrawn, unknown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "XXX", "XTS", "XAU", "XAG", "XPT", "XDR", "XSU", "XUA", "CHE", "CHW", "CLF", "COU", "MXV", "BOV", "USN",
                "UYI", "DEM", "FRF", "HRK", "LTL", "QQQ", ""
            })
    void knowsWhatIsNot(String code) {
        assertThat(Currencies.isPaidWith(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EUR, 2", "JPY, 0", "ISK, 0", "KWD, 3", "TND, 3", "XAU, -1"})
    void knowsTheDecimals(String code, int digits) {
        assertThat(Currencies.digits(code)).isEqualTo(digits);
    }
}
