package io.hairline.portal.brand;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hairline.portal.language.Texts;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in a currency. */
public record Money(BigDecimal amount, String currency) implements Serializable {

    /** Such as €1,280.00, in the reader's manner. */
    public String words() {
        return Texts.money(amount, currency);
    }

    @JsonIgnore
    public boolean isNothing() {
        return amount.signum() == 0;
    }

    /** As it is written in a form: with a point and the digits of the currency. */
    public String plain() {
        return amount.setScale(Currency.getInstance(currency).getDefaultFractionDigits(), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
