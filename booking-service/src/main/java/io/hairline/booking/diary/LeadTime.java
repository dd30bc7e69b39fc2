package io.hairline.booking.diary;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.contracts.headoffice.BookingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long before its start a slot can still be booked.
 *
 * @param openHoursOf the clinic whose open hours alone count; absent if every hour counts
 * @param horizonDays how many days ahead, or back, open hours are looked for
 */
public record LeadTime(Duration time, @Nullable Clinic openHoursOf, int horizonDays) {

    /** A slot can be booked until it starts. */
    public static final LeadTime NONE = new LeadTime(Duration.ZERO, null, 0);

    private static final int DAYS_AT_ONCE = 7;

    /** What a policy says for a clinic. */
    public static LeadTime of(BookingPolicy policy, Clinic clinic) {
        boolean openHours = Boolean.TRUE.equals(policy.leadTimeInOpenHours());
        return new LeadTime(
                Duration.ofMinutes(policy.leadTimeMinutes()), openHours ? clinic : null, policy.horizonDays());
    }

    /** The first instant at which what is booked now may start; {@link Instant#MAX} if the clinic isn't open long enough. */
    public Instant earliestStart(Instant now) {
        if (openHoursOf == null || time.isZero()) {
            return now.plus(time);
        }
        Duration left = time;
        LocalDate today = LocalDate.ofInstant(now, openHoursOf.zoneId());
        for (int day = 0; day <= horizonDays; day += DAYS_AT_ONCE) {
            DiaryWindow week = week(openHoursOf, today.plusDays(day));
            CellSet open = week.open(openHoursOf);
            for (long cell = open.next(Math.max(week.firstCell(), Cells.of(now)));
                    cell >= 0 && cell < week.endCell();
                    cell = open.next(cell + 1)) {
                Instant begins = later(Cells.start(cell), now);
                Duration counts = Duration.between(begins, Cells.start(cell + 1));
                if (left.compareTo(counts) <= 0) {
                    return begins.plus(left);
                }
                left = left.minus(counts);
            }
        }
        return Instant.MAX;
    }

    /** The last instant at which a slot can be booked, for which {@link #earliestStart} is not after its start. */
    public Instant latestBooking(Instant startsAt) {
        if (openHoursOf == null || time.isZero()) {
            return startsAt.minus(time);
        }
        Duration left = time;
        LocalDate theDay = LocalDate.ofInstant(startsAt, openHoursOf.zoneId());
        for (int day = 0; day <= horizonDays; day += DAYS_AT_ONCE) {
            DiaryWindow week = week(openHoursOf, theDay.minusDays(day + DAYS_AT_ONCE - 1L));
            CellSet open = week.open(openHoursOf);
            for (long cell = Math.min(week.endCell(), Cells.of(startsAt)) - 1; cell >= week.firstCell(); cell--) {
                if (open.has(cell)) {
                    Duration counts = Duration.ofMinutes(Cells.MINUTES);
                    if (left.compareTo(counts) <= 0) {
                        return Cells.start(cell + 1).minus(left);
                    }
                    left = left.minus(counts);
                }
            }
        }
        return Instant.MIN;
    }

    /** For a refusal. */
    public String words() {
        return time.toMinutes() + " minutes" + (openHoursOf == null ? "" : " of the clinic's open hours");
    }

    private static DiaryWindow week(Clinic clinic, LocalDate first) {
        return new DiaryWindow(first, first.plusDays(DAYS_AT_ONCE - 1L), clinic.zoneId());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
