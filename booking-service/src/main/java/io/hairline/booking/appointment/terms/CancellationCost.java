package io.hairline.booking.appointment.terms;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling means under the policy the appointment was booked with.
 *
 * @param noticeHours whole hours until the start, negative once it has begun
 * @param refundPercent of what was paid beforehand
 * @param late nothing comes back: inside the last window, or moved inside it before
 */
public record CancellationCost(long noticeHours, int refundPercent, boolean late) {

    private static final int ALL = 100;

    /** What cancelling costs at an instant, by the tier with the longest notice that is kept. */
    public static CancellationCost of(BookingPolicy policy, Instant startsAt, Instant now) {
        long notice = Math.floorDiv(Duration.between(now, startsAt).toSeconds(), 3_600);
        int refund = policy.cancellation().stream()
                .filter(it -> notice >= it.noticeHours())
                .max(Comparator.comparingInt(CancellationTier::noticeHours))
                .map(CancellationTier::refundPercent)
                .orElse(0);
        return new CancellationCost(notice, refund, refund == 0);
    }

    /** The same, but no more comes back than {@code percent}. */
    public CancellationCost atMost(@Nullable Integer percent) {
        return percent == null || percent >= refundPercent
                ? this
                : new CancellationCost(noticeHours, percent, percent == 0);
    }

    /** The clinic gives it up: all comes back, however short the notice is. */
    public CancellationCost waived() {
        return new CancellationCost(noticeHours, ALL, false);
    }
}
