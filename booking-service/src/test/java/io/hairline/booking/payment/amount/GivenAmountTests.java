package io.hairline.booking.payment.amount;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenAmountTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "eur", "EURO"})
    void saysHowACurrencyIsWritten(String currency) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            List<String> rules = factory.getValidator().validate(new GivenAmount(BigDecimal.ONE, currency)).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();

            assertThat(rules).containsExactly("must be a currency's three letters, like EUR");
        }
    }
}
