package io.hairline.booking.payment.amount;

import io.hairline.contracts.Money;
import io.hairline.kit.Refusal;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** More than nothing, as a request gives it. */
public record GivenAmount(
        @NotNull @Positive @Digits(integer = 12, fraction = 3) BigDecimal amount,

        @NotNull @Pattern(regexp = GivenAmount.CURRENCY, message = GivenAmount.CURRENCY_RULE) String currency) {

    static final String CURRENCY = "[A-Z]{3}";
    static final String CURRENCY_RULE = "must be a currency's three letters, like EUR";

    /**
     * The money.
     *
     * @param field the field of the request that it stands in
     * @param paidIn the currency that is paid in
     * @throws Refusal {@code wrong-currency} if it is given in another one, {@code invalid-input} if it has more decimals
     */
    public Money in(String field, String paidIn) {
        return money(field, amount, currency, paidIn);
    }

    static Money money(String field, BigDecimal amount, String currency, String paidIn) {
        if (!currency.equals(paidIn)) {
            throw Refusal.rule("wrong-currency", "It is paid in " + paidIn + ".");
        }
        try {
            return new Money(amount, paidIn);
        } catch (IllegalArgumentException _) {
            throw Refusal.input(field + ".amount", "has more decimals than " + paidIn);
        }
    }
}
