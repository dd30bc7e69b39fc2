package io.hairline.headoffice.policy;

import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.StockRule;
import io.hairline.contracts.headoffice.TouchUpRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a policy as requests send them, with the limits of each. */
final class PolicyBody {

    private PolicyBody() {}

    /** A step of the cancellation rule; the longest notice first. */
    record Tier(
            @Min(0) @Max(8760) int noticeHours,
            @Min(0) @Max(100) int refundPercent) {}

    /** What a client pays before the course begins. */
    record Deposit(
            @Min(0) @Max(100) int percent,

            @NotNull @PositiveOrZero @Digits(integer = 7, fraction = 3) BigDecimal minimum,

            @NotNull @PositiveOrZero @Digits(integer = 7, fraction = 3) BigDecimal noShowFee,

            @Min(1) @Max(720) @Nullable Integer payWithinHours) {

        DepositRule rule() {
            return new DepositRule(percent, minimum, noShowFee, payWithinHours);
        }
    }

    /** How long the scalp heals between two sessions. */
    record Healing(
            @Min(0) @Max(90) int floorDays,
            @Min(0) @Max(90) int minDays,
            @Min(1) @Max(180) int idealUntilDays,
            @Min(1) @Max(365) int warnAfterDays) {

        HealingRule rule() {
            return new HealingRule(floorDays, minDays, idealUntilDays, warnAfterDays);
        }
    }

    /** When a colour wants refreshing, in months after the last session. */
    record TouchUp(
            @Min(1) @Max(120) int dueMonths,
            @Min(0) @Max(60) int lightSkinSoonerMonths,
            @Min(0) @Max(60) int oilySkinSoonerMonths,
            @Min(0) @Max(60) int outdoorWorkSoonerMonths,
            @Min(1) @Max(120) int soonestMonths,
            @Min(1) @Max(120) int latestMonths,
            @Min(0) @Max(24) int windowMonths,
            @Min(1) @Max(120) int fadeCheckMonths,
            @Min(1) @Max(120) int fadedMonths) {

        TouchUpRule rule() {
            return new TouchUpRule(
                    dueMonths,
                    lightSkinSoonerMonths,
                    oilySkinSoonerMonths,
                    outdoorWorkSoonerMonths,
                    soonestMonths,
                    latestMonths,
                    windowMonths,
                    fadeCheckMonths,
                    fadedMonths);
        }
    }

    /** When more of a lot is wanted soon. */
    record Stock(
            @Min(0) @Max(100) int lowBelowPercent,
            @Min(0) @Max(365) int expiryWarningDays) {

        StockRule rule() {
            return new StockRule(lowBelowPercent, expiryWarningDays);
        }
    }

    /** How long the rules after a session hold, in local days. */
    record Aftercare(
            @Min(2) @Max(60) int dryDays,
            @Min(2) @Max(60) int washFromDay,
            @Min(2) @Max(60) int mildWashDays,
            @Min(3) @Max(90) int scabDays,
            @Min(4) @Max(180) int poolAndSunDays,
            @Min(4) @Max(180) int longSunDays) {

        AftercareDays days() {
            return new AftercareDays(dryDays, washFromDay, mildWashDays, scabDays, poolAndSunDays, longSunDays);
        }
    }

    /** What a yes to a question about health means. */
    record Rule(
            @NotNull @Size(max = 60) String code,
            @NotNull ContraindicationEffect effect,
            @Min(1) @Max(1825) @Nullable Integer waitDays) {

        ContraindicationRule rule() {
            return new ContraindicationRule(code, effect, waitDays);
        }
    }

    /** What a layer sets; what is left out is left to the layer above. */
    record Values(
            @Min(0) @Max(10_080) @Nullable Integer leadTimeMinutes,
            @Min(1) @Max(730) @Nullable Integer horizonDays,
            @Min(1) @Max(60) @Nullable Integer holdMinutes,
            @Min(1) @Max(20) @Nullable Integer openHolds,
            @Min(0) @Max(120) @Nullable Integer graceMinutes,
            @Size(min = 1, max = 10) @Nullable List<@NotNull @Valid Tier> cancellation,
            @Valid @Nullable Deposit deposit,
            @Valid @Nullable Healing healing,
            @Nullable Boolean leadTimeInOpenHours,
            @Size(max = 100) @Nullable List<@NotNull @Valid Rule> contraindications,
            @Valid @Nullable TouchUp touchUp,
            @Valid @Nullable Stock stock,
            @Valid @Nullable Aftercare aftercare) {

        PolicyValues values() {
            return new PolicyValues(
                    leadTimeMinutes,
                    horizonDays,
                    holdMinutes,
                    openHolds,
                    graceMinutes,
                    cancellation == null ? null : tiers(cancellation),
                    deposit == null ? null : deposit.rule(),
                    healing == null ? null : healing.rule(),
                    leadTimeInOpenHours,
                    contraindications == null || contraindications.isEmpty()
                            ? null
                            : contraindications.stream().map(Rule::rule).toList(),
                    touchUp == null ? null : touchUp.rule(),
                    stock == null ? null : stock.rule(),
                    aftercare == null ? null : aftercare.days());
        }
    }

    static List<CancellationTier> tiers(List<Tier> all) {
        return all.stream()
                .map(it -> new CancellationTier(it.noticeHours(), it.refundPercent()))
                .toList();
    }
}
