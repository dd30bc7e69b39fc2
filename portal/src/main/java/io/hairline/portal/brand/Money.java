package io.hairline.portal.brand;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount in a currency. */
public record Money(BigDecimal amount, String currency) {

    /** Such as €1,280.00. */
    public String words() {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.UK);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount);
    }
}
