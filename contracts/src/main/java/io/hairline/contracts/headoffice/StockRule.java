package io.hairline.contracts.headoffice;

/**
 * When a lot is shown as one of which more is wanted soon.
 *
 * @param lowBelowPercent less than this share of what was received counts as low; 0 for never
 * @param expiryWarningDays how many local days before the last one on which the lot may be used it counts as ending soon
 */
public record StockRule(int lowBelowPercent, int expiryWarningDays) {

    public static final StockRule DEFAULT = new StockRule(20, 30);
}
