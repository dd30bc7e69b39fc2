package io.hairline.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.notification.preference.QuietHours;
import io.hairline.notification.schedule.TimeAtClinic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakingHoursTests {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Ten in the morning in Berlin, one at night in Los Angeles. */
    private static final Instant START = Instant.parse("2027-06-10T08:00:00Z");

    private static final TimeAtClinic VISIT =
            new TimeAtClinic(START.minus(Duration.ofDays(1)), START.plus(Duration.ofDays(1)));

    private static Instant next(Instant now) {
        return WakingHours.next(now, QuietHours.DEFAULT, LOS_ANGELES, VISIT, BERLIN);
    }

    @ParameterizedTest
    @CsvSource({
        // Two hours before the visit: eight in Berlin, the middle of the night in Los Angeles.
        "2027-06-10T06:00:00Z, 2027-06-10T06:00:00Z",
        // A day before, to the second: the clinic's morning.
        "2027-06-09T08:00:00Z, 2027-06-09T08:00:00Z",
        // Two days before, one at night at home: the morning at home.
        "2027-06-08T08:00:00Z, 2027-06-08T15:00:00Z",
        // Midnight in Berlin in the last night: the clinic's morning, though it is afternoon at home.
        "2027-06-09T22:00:00Z, 2027-06-10T06:00:00Z",
        // The night at home before the last day: it ends when the clinic's clock takes over, for there it is morning.
        "2027-06-09T05:00:00Z, 2027-06-09T08:00:00Z",
    })
    void countsTheClinicsClockFromADayBeforeTheVisit(Instant now, Instant awake) {
        assertThat(next(now)).isEqualTo(awake);
    }

    @Test
    void neverDisturbsByTheClockThatCountsAndNeverWaitsLonger() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Instant now = START.plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60) - 3L * 24 * 60));

            Instant awake = next(now);

            assertThat(isAwake(awake)).isTrue();
            for (Instant earlier = now; earlier.isBefore(awake); earlier = earlier.plus(Duration.ofMinutes(5))) {
                assertThat(isAwake(earlier)).as("%s from %s", earlier, now).isFalse();
            }
        }
    }

    private static boolean isAwake(Instant instant) {
        ZoneId counts = VISIT.covers(instant) ? BERLIN : LOS_ANGELES;
        LocalTime time = instant.atZone(counts).toLocalTime();
        return !time.isBefore(LocalTime.of(8, 0)) && time.isBefore(LocalTime.of(21, 0));
    }
}
