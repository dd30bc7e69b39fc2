package io.hairline.contracts;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency, as exact as the currency is.
 *
 * @param currency ISO 4217, such as {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException(currency + " has " + digits + " decimals");
        }
        amount = amount.setScale(digits);
    }
}
