package io.hairline.contracts.headoffice;

import java.util.List;

/**
 * The brand's numbers for booking.
 *
 * @param leadTimeMinutes how long before its start a slot can still be booked
 * @param horizonDays how many days ahead the diary is open
 * @param holdMinutes how long a held slot waits for its booking
 * @param openHolds how many holds one visitor may have at a time
 * @param graceMinutes how late a client may come before she counts as not come
 * @param cancellation what a client gets back of her deposit, by notice; the longest notice first
 */
public record BookingPolicy(
        int leadTimeMinutes,
        int horizonDays,
        int holdMinutes,
        int openHolds,
        int graceMinutes,
        List<CancellationTier> cancellation) {

    public BookingPolicy {
        cancellation = List.copyOf(cancellation);
    }

    /**
     * A step of the cancellation rule.
     *
     * @param refundPercent of the deposit, when cancelled at least {@code noticeHours} before the start
     */
    public record CancellationTier(int noticeHours, int refundPercent) {}
}
