package io.hairline.portal.dashboard;

import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days that a dashboard shows, the last one included; head office says with which days it compares them.
 *
 * @param days which of the choices it is, negative for days still to come; 0 for days that the reader chose
 */
record DashboardPeriod(int days, LocalDate from, LocalDate to) {

    private static final int COMING = -14;

    static final List<Integer> CHOICES = List.of(7, 30, 90, 365, COMING);

    private static final int USUAL = 30;
    private static final int LONGEST_BY_DAY = 31;
    private static final int LONGEST_BY_WEEK = 120;
    private static final int LONGEST = 1_100;

    /** What the reader asked for: two days in any order, at most three years apart, or one of the choices. */
    static DashboardPeriod of(DashboardController.Choice choice, LocalDate today) {
        LocalDate one = choice.from();
        LocalDate other = choice.to();
        if (one == null || other == null) {
            return of(choice.days(), today);
        }
        LocalDate to = one.isAfter(other) ? one : other;
        LocalDate from = one.isAfter(other) ? other : one;
        LocalDate earliest = to.minusDays(LONGEST);
        return new DashboardPeriod(0, from.isBefore(earliest) ? earliest : from, to);
    }

    static DashboardPeriod of(@Nullable Integer days, LocalDate today) {
        int chosen = days != null && CHOICES.contains(days) ? days : USUAL;
        LocalDate to = chosen < 0 ? today.plusDays(-chosen - 1L) : today;
        return new DashboardPeriod(chosen, to.minusDays(Math.abs(chosen) - 1L), to);
    }

    public boolean isChosen() {
        return days == 0;
    }

    /** The first day for links; absent where the choice says it. */
    public @Nullable LocalDate chosenFrom() {
        return isChosen() ? from : null;
    }

    public @Nullable LocalDate chosenTo() {
        return isChosen() ? to : null;
    }

    /** The choice for links; absent where the days are given. */
    public @Nullable Integer chosenDays() {
        return isChosen() ? null : days;
    }

    /** The same as a part of an address. */
    String link() {
        return isChosen() ? "from=" + from + "&to=" + to : "days=" + days;
    }

    private long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public String step() {
        if (length() <= LONGEST_BY_DAY) {
            return "day";
        }
        return length() <= LONGEST_BY_WEEK ? "week" : "month";
    }

    /** What a choice is called. */
    public String label(int choice) {
        return choice < 0 ? Texts.text("dashboard.coming", -choice) : Texts.text("dashboard.days", choice);
    }

    public String words() {
        return words(from, to);
    }

    static String words(LocalDate from, LocalDate to) {
        return from.equals(to) ? Texts.date(from) : Texts.text("hours.range", Texts.date(from), Texts.date(to));
    }

    /** For head office's calls. */
    Map<String, Object> query() {
        return new LinkedHashMap<>(Map.of("from", from, "to", to));
    }

    Map<String, Object> query(DashboardScope scope) {
        Map<String, Object> query = query();
        query.putAll(scope.query());
        return query;
    }
}
