package io.hairline.contracts.headoffice;

import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one layer of the policy sets; each field means the same as in {@link BookingPolicy}, an absent one is left to the layer
 * above.
 *
 * @param contraindications the rules that this layer changes; the others are left to the layer above
 */
public record PolicyValues(
        @Nullable Integer leadTimeMinutes,
        @Nullable Integer horizonDays,
        @Nullable Integer holdMinutes,
        @Nullable Integer openHolds,
        @Nullable Integer graceMinutes,
        @Nullable List<CancellationTier> cancellation,
        @Nullable DepositRule deposit,
        @Nullable HealingRule healing,
        @Nullable Boolean leadTimeInOpenHours,
        @Nullable List<ContraindicationRule> contraindications,
        @Nullable TouchUpRule touchUp,
        @Nullable StockRule stock,
        @Nullable AftercareDays aftercare) {

    /** Sets nothing. */
    public static final PolicyValues NONE =
            new PolicyValues(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public PolicyValues {
        contraindications = contraindications == null ? null : List.copyOf(contraindications);
        cancellation = cancellation == null ? null : List.copyOf(cancellation);
    }

    /** All that a whole policy says. */
    public static PolicyValues of(BookingPolicy it) {
        return new PolicyValues(
                it.leadTimeMinutes(),
                it.horizonDays(),
                it.holdMinutes(),
                it.openHolds(),
                it.graceMinutes(),
                it.cancellation(),
                it.deposit(),
                it.healing(),
                it.leadTimeInOpenHours(),
                it.contraindications(),
                it.touchUp(),
                it.stock(),
                it.aftercare());
    }

    /** The policy above with what is set here, except for what the locks there don't let through. */
    public BookingPolicy over(BookingPolicy above, Set<String> locked) {
        return new BookingPolicy(
                pick(PolicyField.LEAD_TIME, leadTimeMinutes, above.leadTimeMinutes(), locked),
                pick(PolicyField.HORIZON, horizonDays, above.horizonDays(), locked),
                pick(PolicyField.HOLD, holdMinutes, above.holdMinutes(), locked),
                pick(PolicyField.OPEN_HOLDS, openHolds, above.openHolds(), locked),
                pick(PolicyField.GRACE, graceMinutes, above.graceMinutes(), locked),
                pick(PolicyField.CANCELLATION, cancellation, above.cancellation(), locked),
                pickOptional(PolicyField.DEPOSIT, deposit, above.deposit(), locked),
                pickOptional(PolicyField.HEALING, healing, above.healing(), locked),
                pickOptional(
                        PolicyField.LEAD_TIME_IN_OPEN_HOURS, leadTimeInOpenHours, above.leadTimeInOpenHours(), locked),
                Contraindications.over(
                        above.contraindications(),
                        contraindications,
                        locked.contains(PolicyField.CONTRAINDICATIONS.fieldName())),
                pickOptional(PolicyField.TOUCH_UP, touchUp, above.touchUp(), locked),
                pickOptional(PolicyField.STOCK, stock, above.stock(), locked),
                pickOptional(PolicyField.AFTERCARE, aftercare, above.aftercare(), locked));
    }

    /** Of a field that older policies don't have. */
    private static <T> @Nullable T pickOptional(
            PolicyField field, @Nullable T own, @Nullable T above, Set<String> locked) {
        return own == null || locked.contains(field.fieldName()) ? above : own;
    }

    private static <T> T pick(PolicyField field, @Nullable T own, T above, Set<String> locked) {
        return own == null || locked.contains(field.fieldName()) ? above : own;
    }
}
