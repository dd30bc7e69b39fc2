package io.hairline.portal.client;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Some days side by side, each with its free times; a time that several practitioners have is offered once. */
record Week(List<Day> days, boolean manyClinics) {

    static final int DAYS = 7;
    private static final int MOST_A_DAY = 12;

    record Day(LocalDate date, List<Slot> slots) {

        public String name() {
            return CodeLabels.day(date);
        }

        public String shortName() {
            return CodeLabels.shortDay(date);
        }
    }

    static Week of(LocalDate from, List<Slot> slots) {
        List<Day> days = from.datesUntil(from.plusDays(DAYS))
                .map(day -> new Day(day, on(day, slots)))
                .toList();
        return new Week(days, slots.stream().map(Slot::clinicId).distinct().count() > 1);
    }

    public boolean isEmpty() {
        return days.stream().allMatch(it -> it.slots().isEmpty());
    }

    private static List<Slot> on(LocalDate day, List<Slot> slots) {
        Set<String> seen = new HashSet<>();
        List<Slot> free = new ArrayList<>(slots.stream()
                .filter(it -> it.localStart().toLocalDate().equals(day))
                .filter(it -> seen.add(it.clinicId() + it.localStart()))
                .toList());
        int step = Math.max(1, (free.size() + MOST_A_DAY - 1) / MOST_A_DAY);
        List<Slot> shown = new ArrayList<>();
        for (int i = 0; i < free.size(); i += step) {
            shown.add(free.get(i));
        }
        return shown;
    }
}
