package io.hairline.portal.times;

import io.hairline.portal.brand.Slot;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some days with the number of their free times, and every free time of the chosen one, by clinic and part of the day. A
 * time that several practitioners of a clinic have is offered once.
 *
 * @param link this page's address, ending where a day's parameter follows
 */
public record FreeDays(List<Day> days, LocalDate chosen, List<Place> places, String link) {

    /** One day and how many times are free on it. */
    public record Day(LocalDate date, int count) {

        public String name() {
            return Texts.shortDay(date);
        }
    }

    /**
     * A clinic's times of the chosen day.
     *
     * @param kilometres from the place that was asked for; absent if none was
     */
    public record Place(
            String clinicId,
            @Nullable String clinicName,
            @Nullable Long kilometres,
            List<Part> parts) {}

    /** Morning, afternoon or evening. */
    public record Part(String name, List<Slot> slots) {}

    static FreeDays of(List<LocalDate> days, List<List<Slot>> found, @Nullable LocalDate wanted, String link) {
        List<List<Slot>> free = found.stream().map(FreeDays::distinct).toList();
        int chosen = IntStream.range(0, days.size())
                .filter(it ->
                        wanted == null ? !free.get(it).isEmpty() : days.get(it).equals(wanted))
                .findFirst()
                .orElse(0);
        List<Day> counted = IntStream.range(0, days.size())
                .mapToObj(it -> new Day(days.get(it), free.get(it).size()))
                .toList();
        return new FreeDays(counted, days.get(chosen), places(free.get(chosen)), link);
    }

    public boolean isEmpty() {
        return days.stream().allMatch(it -> it.count() == 0);
    }

    public boolean isManyClinics() {
        return places.size() > 1 || places.stream().anyMatch(it -> it.kilometres() != null);
    }

    public String chosenName() {
        return Texts.day(chosen);
    }

    public String on(LocalDate day) {
        return link + "from=" + days.getFirst().date() + "&day=" + day;
    }

    public String earlier() {
        return link + "from=" + days.getFirst().date().minusDays(days.size());
    }

    public String later() {
        return link + "from=" + days.getFirst().date().plusDays(days.size());
    }

    public boolean isAfter(LocalDate day) {
        return days.getFirst().date().isAfter(day);
    }

    private static List<Slot> distinct(List<Slot> slots) {
        Set<String> seen = new HashSet<>();
        return slots.stream()
                .filter(it -> seen.add(it.clinicId() + it.startsAt().toInstant()))
                .sorted(Comparator.comparing(it -> it.startsAt().toInstant()))
                .toList();
    }

    private static List<Place> places(List<Slot> slots) {
        Map<String, Map<String, List<Slot>>> byClinic = new LinkedHashMap<>();
        for (Slot it : slots) {
            byClinic.computeIfAbsent(it.clinicId(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(it.partOfDay(), _ -> new java.util.ArrayList<>())
                    .add(it);
        }
        return byClinic.entrySet().stream()
                .map(it -> place(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(it -> Objects.requireNonNullElse(it.kilometres(), 0L)))
                .toList();
    }

    private static Place place(String clinic, Map<String, List<Slot>> parts) {
        List<Part> all = parts.entrySet().stream()
                .map(it -> new Part(it.getKey(), it.getValue()))
                .toList();
        Slot any = all.getFirst().slots().getFirst();
        Long kilometres = any.distanceKm() == null ? null : Math.round(any.distanceKm());
        return new Place(clinic, any.clinicName(), kilometres, all);
    }
}
