package io.hairline.portal.team;

import io.hairline.portal.brand.Clinic.Hours;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The hours of a week as a form: each weekday with two stretches, a break between them. */
public final class WeekForm {

    private static final int STRETCHES = 2;

    private WeekForm() {}

    /** One weekday and its fields. */
    public record Row(String day, String name, List<Field> fields) {}

    /** A stretch, as it is or empty; times as forms write them. */
    public record Field(int number, String from, String until) {}

    static List<Row> of(List<Hours> hours) {
        return Arrays.stream(DayOfWeek.values()).map(day -> row(day, hours)).toList();
    }

    private static Row row(DayOfWeek day, List<Hours> hours) {
        List<Hours> ofDay = hours.stream().filter(it -> it.day() == day).toList();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < Math.max(STRETCHES, ofDay.size()); i++) {
            fields.add(
                    i < ofDay.size()
                            ? new Field(
                                    i + 1,
                                    ofDay.get(i).from().toString(),
                                    ofDay.get(i).until().toString())
                            : new Field(i + 1, "", ""));
        }
        return new Row(day.name(), Texts.weekday(day), fields);
    }

    /** The same as booking takes them in a query, such as {@code MONDAY 09:00-18:00}; a comma alone for none. */
    static String shifts(SubmittedForm form) {
        return hours(form).stream()
                .map(it -> it.get("day") + " " + it.get("from") + "-" + it.get("until"))
                .collect(Collectors.joining(",", "", ","));
    }

    /** The weekday of each of {@link #hours}, in words. */
    static List<String> days(SubmittedForm form) {
        return hours(form).stream()
                .map(it -> Texts.weekday(DayOfWeek.valueOf(it.getOrDefault("day", ""))))
                .toList();
    }

    /** The stretches that are filled in, as the services want them; what is half filled in, they explain. */
    static List<Map<String, String>> hours(SubmittedForm form) {
        List<Map<String, String>> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> from = form.all(day + ".from");
            List<String> until = form.all(day + ".until");
            for (int i = 0; i < Math.min(from.size(), until.size()); i++) {
                if (!from.get(i).isBlank() || !until.get(i).isBlank()) {
                    hours.add(Map.of("day", day.name(), "from", from.get(i), "until", until.get(i)));
                }
            }
        }
        return hours;
    }
}
