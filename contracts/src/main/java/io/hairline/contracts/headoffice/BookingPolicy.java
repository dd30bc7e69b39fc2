package io.hairline.contracts.headoffice;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The brand's numbers for booking and treating.
 *
 * @param leadTimeMinutes how long before its start a slot can still be booked
 * @param horizonDays how many days ahead the diary is open
 * @param holdMinutes how long a held slot waits for its booking
 * @param openHolds how many holds one visitor may have at a time
 * @param graceMinutes how late a client may come before it counts as a no-show
 * @param cancellation what a client gets back of the deposit, by notice; the longest notice first
 * @param deposit absent in policies from before there were deposits: {@link DepositRule#DEFAULT}
 * @param healing absent in policies from before there were courses: {@link HealingRule#DEFAULT}
 * @param leadTimeInOpenHours whether the lead time counts the clinic's open hours only, so that nothing is booked overnight for
 *     the first hour of the morning; absent in policies from before there was the choice: every hour counts
 * @param contraindications what the answers about health mean for a treatment; absent in policies from before they were part of
 *     them: {@link Contraindications#DEFAULT}
 * @param touchUp absent in policies from before the forecast was part of them: {@link TouchUpRule#DEFAULT}
 * @param stock absent in policies from before stock was part of them: {@link StockRule#DEFAULT}
 * @param aftercare absent in policies from before aftercare was part of them: {@link AftercareDays#DEFAULT}
 */
public record BookingPolicy(
        int leadTimeMinutes,
        int horizonDays,
        int holdMinutes,
        int openHolds,
        int graceMinutes,
        List<CancellationTier> cancellation,
        @Nullable DepositRule deposit,
        @Nullable HealingRule healing,
        @Nullable Boolean leadTimeInOpenHours,
        @Nullable List<ContraindicationRule> contraindications,
        @Nullable TouchUpRule touchUp,
        @Nullable StockRule stock,
        @Nullable AftercareDays aftercare) {

    public BookingPolicy {
        cancellation = List.copyOf(cancellation);
        contraindications = contraindications == null ? null : List.copyOf(contraindications);
    }

    /**
     * A step of the cancellation rule.
     *
     * @param refundPercent of the deposit, when cancelled at least {@code noticeHours} before the start
     */
    public record CancellationTier(int noticeHours, int refundPercent) {}

    /**
     * What a client pays before the course begins; amounts in the clinic's own currency, in JSON as text.
     *
     * @param percent of the price
     * @param minimum at least so much, but never more than the price
     * @param noShowFee what a client who doesn't come owes beside the deposit, which is lost; not for free services
     * @param payWithinHours how long a course's times are kept for it; absent in policies from before times were kept:
     *     {@link #PAY_WITHIN_HOURS}
     */
    public record DepositRule(
            int percent,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minimum,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal noShowFee,
            @Nullable Integer payWithinHours) {

        /** Two days, as long as a change is free. */
        public static final int PAY_WITHIN_HOURS = 48;

        /** As most clinics of the trade have it: a fifth, at least 100; nothing beside the deposit. */
        public static final DepositRule DEFAULT = new DepositRule(20, BigDecimal.valueOf(100), BigDecimal.ZERO, null);
    }

    /**
     * How long the scalp heals between two sessions, in local days of the clinic.
     *
     * @param floorDays fewer are always refused
     * @param minDays fewer need an override with a reason
     * @param idealUntilDays up to here a slot is well placed
     * @param warnAfterDays more are worth a warning
     */
    public record HealingRule(int floorDays, int minDays, int idealUntilDays, int warnAfterDays) {

        public static final HealingRule DEFAULT = new HealingRule(7, 10, 14, 30);
    }
}
