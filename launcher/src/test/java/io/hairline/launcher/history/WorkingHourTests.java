package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHourTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T10:00, 2026-12-01T10:00",
        "2026-12-01T15:59, 2026-12-01T15:59",
        "2026-12-01T16:00, 2026-12-02T10:00",
        "2026-12-01T03:20, 2026-12-01T10:00",
        "2026-12-04T22:00, 2026-12-07T10:00",
        "2026-12-05T11:00, 2026-12-07T10:00",
        "2026-12-06T19:36, 2026-12-07T10:00",
        "2026-12-24T17:00, 2026-12-28T10:00",
        "2027-03-28T01:30, 2027-03-29T10:00"
    })
    void isNowOrTheNextMorningOnWhichTheClinicWorks(String now, String seen) {
        assertThat(WorkingHour.from(at(now))).isEqualTo(at(seen));
    }

    @Test
    void isNeverFurtherAwayThanTheHistoryMayBegin() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        first.datesUntil(first.plusYears(12)).forEach(day -> {
            Instant evening = day.atTime(16, 0).atZone(BERLIN).toInstant();
            assertThat(Duration.between(evening, WorkingHour.from(evening)))
                    .isPositive()
                    .isLessThan(WorkingHour.FURTHEST);
        });
    }
}
