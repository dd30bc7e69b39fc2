package io.hairline.portal.dashboard;

import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days that a wall shows, the last one included, and as many before them to compare with.
 *
 * @param days how many; negative if they are still to come
 */
record WallPeriod(int days, LocalDate to) {

    private static final int COMING = -14;

    static final List<Integer> CHOICES = List.of(7, 30, 90, 365, COMING);

    private static final int USUAL = 30;
    private static final int LONGEST_BY_DAY = 31;
    private static final int LONGEST_BY_WEEK = 120;

    static WallPeriod of(@Nullable Integer days, LocalDate today) {
        int chosen = days != null && CHOICES.contains(days) ? days : USUAL;
        return new WallPeriod(chosen, chosen < 0 ? today.plusDays(-chosen - 1L) : today);
    }

    LocalDate from() {
        return to.minusDays(Math.abs(days) - 1L);
    }

    public WallPeriod before() {
        return new WallPeriod(days, from().minusDays(1));
    }

    public String step() {
        if (days <= LONGEST_BY_DAY) {
            return "day";
        }
        return days <= LONGEST_BY_WEEK ? "week" : "month";
    }

    /** What a choice is called. */
    public String label(int choice) {
        return choice < 0 ? Texts.text("wall.coming", -choice) : Texts.text("wall.days", choice);
    }

    public String words() {
        return Texts.text("hours.range", Texts.date(from()), Texts.date(to));
    }

    Map<String, Object> query(@Nullable String region, @Nullable String clinic) {
        Map<String, Object> query = new HashMap<>(Map.of("from", from(), "to", to, "period", step()));
        if (clinic != null) {
            query.put("clinicId", clinic);
        } else if (region != null) {
            query.put("regionId", region);
        }
        return query;
    }
}
