package io.hairline.treatment.adverseevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportingClockTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Test
    void countsFifteenBusinessDays() {
        ReportingClock clock = ReportingClock.since(MONDAY, MONDAY);

        assertThat(clock.reportBy()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(clock.daysLeft()).isEqualTo(21);
    }

    @Test
    void countsFromTheNextBusinessDayAfterAWeekend() {
        assertThat(ReportingClock.since(MONDAY.minusDays(2), MONDAY).reportBy()).isEqualTo(LocalDate.of(2026, 12, 18));
    }

    @Test
    void saysByHowMuchItIsLate() {
        assertThat(ReportingClock.since(MONDAY, MONDAY.plusDays(30)).daysLeft()).isEqualTo(-9);
    }
}
