package io.hairline.contracts.headoffice;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.hairline.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner pays for one clinic; all amounts in the clinic's currency.
 *
 * <p>The base of a month is what the clinic collected, without tax and tips, less what it refunded.
 *
 * @param basisCode {@code CASH}: prepaid money counts when it is sold; {@code ACCRUAL}: when it is used
 * @param tiers of the month's base, the lowest first; each percentage is for the part of the base inside its tier
 * @param categories bases that have one percentage of their own instead of the tiers
 * @param minimum the least royalty of a month, without brand fund and fees
 * @param fixedFee of every month, beside the royalty
 * @param brandFundPercent of the whole base
 * @param technologyFee of every month
 */
public record RoyaltyTerms(
        String basisCode,
        List<RoyaltyTier> tiers,
        List<CategoryRate> categories,
        Money minimum,
        Money fixedFee,
        BigDecimal brandFundPercent,
        Money technologyFee) {

    public RoyaltyTerms {
        tiers = List.copyOf(tiers);
        categories = List.copyOf(categories);
    }

    /**
     * A part of a month's base.
     *
     * @param upTo where it ends, included, in JSON as text; absent in the last one
     */
    public record RoyaltyTier(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal upTo,

            BigDecimal percent) {}

    /**
     * A percentage for one kind of sale.
     *
     * @param categoryCode {@code COURSE}, {@code VISIT}, {@code PRODUCT} or {@code PREPAID}
     */
    public record CategoryRate(String categoryCode, BigDecimal percent) {}
}
