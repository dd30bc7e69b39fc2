package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoPast;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a practitioner of the demo works in a clinic, as head office's seed has it.
 *
 * @param practitioner the number in the demo
 */
record DemoShift(int practitioner, Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalTime HALF_PAST_FIVE = LocalTime.of(17, 30);
    private static final LocalTime SIX = LocalTime.of(18, 0);
    /** On Saturdays clinics close before the shift ends. */
    private static final LocalTime SATURDAY_UNTIL = LocalTime.of(15, 0);

    private static final Set<DayOfWeek> MON_TO_WED = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
    private static final Set<DayOfWeek> THU_FRI = EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /** Without the practitioner whose licence has ended. */
    private static final Map<String, List<DemoShift>> SHIFTS = Map.of(
            "BER", List.of(early(1), late(2), days(3, MON_TO_WED), days(7, THU_FRI)),
            "HAM", List.of(early(4), late(5), days(3, THU_FRI)),
            "VIE", List.of(early(6), days(7, MON_TO_WED)),
            "LON", List.of(early(8), late(9), days(10, MON_TO_WED)),
            "MAN", List.of(early(11), late(12), days(10, THU_FRI)),
            "DUB", List.of(early(13)),
            "NYC", List.of(early(15), late(16), early(17)),
            "LAX", List.of(early(18), late(19), early(20), guest(DemoPast.GUEST)));

    static List<DemoShift> in(String clinicCode) {
        return SHIFTS.getOrDefault(clinicCode, List.of());
    }

    static Stream<String> clinics() {
        return SHIFTS.keySet().stream().sorted();
    }

    private static DemoShift early(int practitioner) {
        return days(practitioner, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }

    private static DemoShift late(int practitioner) {
        return new DemoShift(practitioner, EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY), TEN, SIX);
    }

    private static DemoShift guest(int practitioner) {
        return new DemoShift(practitioner, EnumSet.of(DemoPast.GUEST_DAY), TEN, SATURDAY_UNTIL);
    }

    private static DemoShift days(int practitioner, Set<DayOfWeek> days) {
        return new DemoShift(practitioner, days, NINE, HALF_PAST_FIVE);
    }

    boolean isOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    LocalTime untilOn(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY_UNTIL : until;
    }
}
