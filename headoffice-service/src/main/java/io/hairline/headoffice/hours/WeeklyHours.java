package io.hairline.headoffice.hours;

import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Refusal;
import java.util.Comparator;
import java.util.List;

/** A week's hours in wall time, sorted, none of them over another, also not where they run past midnight. */
public record WeeklyHours(List<Hours> hours) {

    private static final int MINUTES_A_WEEK = 7 * Hours.MINUTES_A_DAY;

    public WeeklyHours {
        hours = hours.stream()
                .sorted(Comparator.comparing(Hours::day).thenComparing(Hours::from))
                .toList();
        for (int i = 0; i < hours.size(); i++) {
            for (int other = i + 1; other < hours.size(); other++) {
                checkApart(hours.get(i), hours.get(other));
            }
        }
    }

    private static void checkApart(Hours one, Hours other) {
        if (overlap(one, other)) {
            throw Refusal.rule(
                    "hours-overlap",
                    "The hours from " + one.from() + " on " + one.day() + " and those from " + other.from() + " on "
                            + other.day() + " overlap. Make one stretch of them, or part them.");
        }
    }

    public boolean overlaps(WeeklyHours other) {
        return hours.stream().anyMatch(one -> other.hours.stream().anyMatch(it -> overlap(one, it)));
    }

    /** The week is a circle: what begins late on Sunday may end on Monday. */
    private static boolean overlap(Hours one, Hours other) {
        int distance = Math.floorMod(start(other) - start(one), MINUTES_A_WEEK);
        return distance < length(one) || MINUTES_A_WEEK - distance < length(other);
    }

    private static int start(Hours it) {
        return (it.day().getValue() - 1) * Hours.MINUTES_A_DAY + it.startMinute();
    }

    private static int length(Hours it) {
        return it.endMinute() - it.startMinute();
    }
}
