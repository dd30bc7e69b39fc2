package io.hairline.headoffice.money;

import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import java.math.BigDecimal;

/** Money as a whole number of its currency's smallest coin, so that sums are exact and can be moved by differences. */
public final class MinorUnits {

    private MinorUnits() {}

    public static long of(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }

    public static BigDecimal toAmount(long minorUnits, String currency) {
        return BigDecimal.valueOf(minorUnits, Currencies.digits(currency));
    }
}
