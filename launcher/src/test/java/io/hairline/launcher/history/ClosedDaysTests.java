package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClosedDaysTests {

    @Test
    void areTheHolidaysOfTheWeeksBehindAndOfAYearToCome() {
        assertThat(ClosedDays.in("BER", LocalDate.of(2026, 11, 29)))
                .containsExactly(
                        LocalDate.of(2026, 10, 3),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 5, 1),
                        LocalDate.of(2027, 10, 3));
    }

    @Test
    void areThereInEveryClinicOnAnyDay() {
        assertThat(DemoIds.CLINICS)
                .allSatisfy(clinic -> assertThat(ClosedDays.in(clinic, LocalDate.of(2028, 2, 29)))
                        .hasSizeBetween(3, 7));
    }
}
