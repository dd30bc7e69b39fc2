package io.hairline.contracts.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A few public holidays of each country, on which the demo's clinics there are closed. */
public final class DemoHolidays {

    private static final List<MonthDay> EVERYWHERE =
            List.of(MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.DECEMBER, 25));
    private static final MonthDay LABOUR_DAY = MonthDay.of(Month.MAY, 1);
    private static final MonthDay SECOND_DAY_OF_CHRISTMAS = MonthDay.of(Month.DECEMBER, 26);
    private static final List<MonthDay> GERMANY =
            List.of(LABOUR_DAY, MonthDay.of(Month.OCTOBER, 3), SECOND_DAY_OF_CHRISTMAS);
    private static final List<MonthDay> AUSTRIA =
            List.of(LABOUR_DAY, MonthDay.of(Month.OCTOBER, 26), SECOND_DAY_OF_CHRISTMAS);
    private static final List<MonthDay> UNITED_KINGDOM = List.of(SECOND_DAY_OF_CHRISTMAS);
    private static final List<MonthDay> IRELAND = List.of(MonthDay.of(Month.MARCH, 17), SECOND_DAY_OF_CHRISTMAS);
    private static final List<MonthDay> UNITED_STATES =
            List.of(MonthDay.of(Month.JUNE, 19), MonthDay.of(Month.JULY, 4));
    private static final Map<String, List<MonthDay>> BY_CLINIC = Map.of(
            "BER", GERMANY,
            "HAM", GERMANY,
            "VIE", AUSTRIA,
            "LON", UNITED_KINGDOM,
            "MAN", UNITED_KINGDOM,
            "DUB", IRELAND,
            "NYC", UNITED_STATES,
            "LAX", UNITED_STATES);
    private static final Set<String> WITH_THANKSGIVING = Set.of("NYC", "LAX");
    private static final int FOURTH = 4;

    private DemoHolidays() {}

    /** Whether the clinic is closed on a local day. */
    public static boolean isOn(String clinicCode, LocalDate day) {
        MonthDay it = MonthDay.from(day);
        return EVERYWHERE.contains(it)
                || BY_CLINIC.getOrDefault(clinicCode, List.of()).contains(it)
                || (WITH_THANKSGIVING.contains(clinicCode) && day.equals(thanksgivingOf(day)));
    }

    private static LocalDate thanksgivingOf(LocalDate day) {
        return LocalDate.of(day.getYear(), Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(FOURTH, DayOfWeek.THURSDAY));
    }
}
