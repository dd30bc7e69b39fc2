package io.hairline.contracts;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency, as exact as the currency is.
 *
 * @param currency ISO 4217, such as {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {

    private static final int MOST_DIGITS = 12;

    public Money {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException(currency + " has " + digits + " decimals");
        }
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("Nobody pays an amount of more than " + MOST_DIGITS + " digits");
        }
        amount = amount.setScale(digits);
    }
}
