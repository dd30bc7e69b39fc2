package io.hairline.booking.appointment;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * What cancelling now means under the policy the appointment was booked with.
 *
 * @param noticeHours whole hours until the start, negative once it has begun
 * @param refundPercent of the deposit
 * @param late inside the last window, where nothing comes back
 */
record CancellationCost(long noticeHours, int refundPercent, boolean late) {

    static CancellationCost of(BookingPolicy policy, Instant startsAt, Instant now) {
        long notice = Math.floorDiv(Duration.between(now, startsAt).toSeconds(), 3_600);
        int refund = policy.cancellation().stream()
                .filter(it -> notice >= it.noticeHours())
                .max(Comparator.comparingInt(CancellationTier::noticeHours))
                .map(CancellationTier::refundPercent)
                .orElse(0);
        return new CancellationCost(notice, refund, refund == 0);
    }
}
