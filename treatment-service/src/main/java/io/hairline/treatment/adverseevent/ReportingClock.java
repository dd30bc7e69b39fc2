package io.hairline.treatment.adverseevent;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * By when a serious adverse event must be told to the authority where the brand's own name stands on the pigment: 15
 * business days after it was heard of (21 U.S.C. 364e). Public holidays count as business days, which is on the safe side.
 *
 * @param reportBy the last local day of the clinic
 * @param daysLeft calendar days to that day; negative when it is over
 */
record ReportingClock(LocalDate reportBy, long daysLeft) {

    private static final int BUSINESS_DAYS = 15;

    static ReportingClock since(LocalDate heard, LocalDate today) {
        LocalDate day = heard;
        for (int left = BUSINESS_DAYS; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return new ReportingClock(day, ChronoUnit.DAYS.between(today, day));
    }
}
