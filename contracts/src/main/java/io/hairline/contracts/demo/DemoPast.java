package io.hairline.contracts.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The working hours of the demo franchise before the day of its seed. The brand is young: its clinics began with one day a
 * week, went over to two, and have the weeks of a large team only from the seed on.
 */
public final class DemoPast {

    /** When the first working hours held. */
    public static final int FOUNDED_DAYS_AGO = 900;
    /** From one day of work a week to two. */
    public static final int GREW_DAYS_AGO = 60;

    /** The first to come, a while before all others: their colour wants refreshing about now. */
    public static final int FIRST_CLIENTS = 16;

    /** The day of the week on which the clinics opened at first. */
    public static final DayOfWeek FIRST_DAY = DayOfWeek.THURSDAY;

    public static final LocalTime FIRST_FROM = LocalTime.of(10, 0);
    public static final LocalTime FIRST_UNTIL = LocalTime.of(15, 0);
    public static final LocalTime FROM = LocalTime.of(10, 15);
    public static final LocalTime UNTIL = LocalTime.of(14, 15);

    private static final List<DayOfWeek> DAYS = List.of(DayOfWeek.TUESDAY, FIRST_DAY);

    /** Those whose whole week belongs to one clinic and whose licences hold; the place in the list is the chair. */
    private static final Map<String, List<Integer>> TEAMS = Map.of(
            "BER", List.of(1, 2),
            "HAM", List.of(4),
            "VIE", List.of(6),
            "LON", List.of(8, 9),
            "MAN", List.of(11, 12),
            "DUB", List.of(13),
            "NYC", List.of(15, 16, 17),
            "LAX", List.of(18, 19));

    /** Licensed in another part of the country: a guest in {@link #GUEST_CLINIC}, on one day of the week. */
    public static final int GUEST = 17;

    public static final String GUEST_CLINIC = "LAX";
    public static final DayOfWeek GUEST_DAY = DayOfWeek.SATURDAY;
    /** Nobody else of the past works on that day. */
    private static final int GUEST_CHAIR = 1;

    private DemoPast() {}

    /** Whether the practitioner works in the clinic as a guest. */
    public static boolean isGuest(String clinicCode, int practitioner) {
        return practitioner == GUEST && clinicCode.equals(GUEST_CLINIC);
    }

    /** The practitioners who worked in the clinic; one for each day of {@link #days}, some several times. */
    public static List<Integer> byDay(String clinicCode) {
        List<Integer> team = team(clinicCode);
        return IntStream.range(0, team.isEmpty() ? 0 : DAYS.size())
                .mapToObj(it -> team.get(it % team.size()))
                .toList();
    }

    /** The days of the week on which a practitioner worked in the clinic; none if there wasn't any. */
    public static Set<DayOfWeek> days(String clinicCode, int practitioner) {
        if (isGuest(clinicCode, practitioner)) {
            return EnumSet.of(GUEST_DAY);
        }
        List<Integer> byDay = byDay(clinicCode);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        IntStream.range(0, byDay.size())
                .filter(it -> byDay.get(it) == practitioner)
                .forEach(it -> days.add(DAYS.get(it)));
        return days;
    }

    /** The number of the practitioner's chair in the clinic, from 1. */
    public static int chair(String clinicCode, int practitioner) {
        return isGuest(clinicCode, practitioner)
                ? GUEST_CHAIR
                : 1 + team(clinicCode).indexOf(practitioner);
    }

    private static List<Integer> team(String clinicCode) {
        return TEAMS.getOrDefault(clinicCode, List.of());
    }
}
