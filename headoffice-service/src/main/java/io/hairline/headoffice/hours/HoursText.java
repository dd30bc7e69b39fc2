package io.hairline.headoffice.hours;

import io.hairline.kit.Refusal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hours in a cell of a table, such as {@code MON 09:00-18:00}. */
public final class HoursText {

    private static final Pattern SHIFT = Pattern.compile("([A-Z]{3}) ([0-9:]{5})-([0-9:]{5})");
    private static final Map<String, DayOfWeek> DAYS =
            Stream.of(DayOfWeek.values()).collect(Collectors.toUnmodifiableMap(HoursText::name, it -> it));

    private HoursText() {}

    /** One stretch; its times are still to be checked. */
    public static DayHours read(String column, String text) {
        Matcher found = SHIFT.matcher(text.strip().toUpperCase(Locale.ROOT));
        DayOfWeek day = found.matches() ? DAYS.get(found.group(1)) : null;
        if (day == null) {
            throw Refusal.input(column, "must have hours like MON 09:00-18:00; SAT 10:00-16:00");
        }
        return new DayHours(day, found.group(2), found.group(3));
    }

    public static List<String> write(WeeklyHours week) {
        return DayHours.of(week).stream()
                .map(it -> name(it.day()) + " " + it.from() + "-" + it.until())
                .toList();
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
