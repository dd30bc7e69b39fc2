package io.hairline.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * An amount in a currency, as exact as the currency is.
 *
 * @param amount with the digits of its currency (ISO 4217: two for EUR, none for JPY, three for KWD); in JSON it is written
 *     as text, such as {@code "480.00"}, and read from text and from a number
 * @param currency ISO 4217, such as {@code EUR}
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    private static final int MOST_DIGITS = 12;

    /**
     * Brings the amount to its currency's digits.
     *
     * @throws IllegalArgumentException if the amount is finer than its currency, has more than 12 digits before the point, or
     *     ISO 4217 knows no such currency
     */
    public Money {
        int digits = Currencies.digits(currency);
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException(currency + " has " + digits + " decimals");
        }
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "An amount has at most " + MOST_DIGITS + " digits before its decimal point");
        }
        amount = amount.setScale(digits);
    }
}
