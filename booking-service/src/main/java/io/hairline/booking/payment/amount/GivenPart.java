package io.hairline.booking.payment.amount;

import io.hairline.contracts.Money;
import io.hairline.kit.Refusal;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of an amount, such as its tax, as a request gives it; it may be nothing. */
public record GivenPart(
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 3) BigDecimal amount,

        @NotNull @Pattern(regexp = GivenAmount.CURRENCY, message = GivenAmount.CURRENCY_RULE) String currency) {

    /**
     * The money; none if no part is given.
     *
     * @param field the field of the request that it stands in
     * @param paidIn the currency that is paid in
     * @throws Refusal {@code wrong-currency} if it is given in another one, {@code invalid-input} if it has more decimals
     */
    public static Money in(String field, @Nullable GivenPart part, String paidIn) {
        return part == null
                ? new Money(BigDecimal.ZERO, paidIn)
                : GivenAmount.money(field, part.amount(), part.currency(), paidIn);
    }
}
