package io.hairline.portal.brand;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hairline.portal.language.Texts;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An amount in a currency. */
public record Money(BigDecimal amount, String currency) implements Serializable {

    /** Such as €1,280.00, in the reader's manner. */
    public String words() {
        return Texts.money(amount, currency);
    }

    /** What of an amount is tax and what a tip, in words; empty if neither is known. */
    public static String parts(@Nullable Money tax, @Nullable Money tip) {
        return Stream.of(part("money.tax", tax), part("money.tip", tip))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(String key, @Nullable Money it) {
        return it == null || it.isNothing() ? "" : Texts.text(key, it.words());
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
