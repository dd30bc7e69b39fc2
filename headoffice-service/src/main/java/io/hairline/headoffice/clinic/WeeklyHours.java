package io.hairline.headoffice.clinic;

import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Refusal;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/** A week's hours in wall time, sorted, none of them over another. */
public record WeeklyHours(List<Hours> hours) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    public WeeklyHours {
        hours = hours.stream()
                .sorted(Comparator.comparing(Hours::day).thenComparing(Hours::from))
                .toList();
        for (int i = 1; i < hours.size(); i++) {
            if (overlap(hours.get(i - 1), hours.get(i))) {
                throw Refusal.rule(
                        "hours-overlap",
                        "Two stretches of " + hours.get(i).day() + " overlap. Make one of them, or part them.");
            }
        }
    }

    public boolean overlaps(WeeklyHours other) {
        return hours.stream().anyMatch(one -> other.hours.stream().anyMatch(it -> overlap(one, it)));
    }

    private static boolean overlap(Hours one, Hours other) {
        return one.day() == other.day() && minute(one.from()) < end(other) && minute(other.from()) < end(one);
    }

    private static int end(Hours it) {
        return it.until().equals(LocalTime.MIDNIGHT) ? MINUTES_OF_A_DAY : minute(it.until());
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
