package io.hairline.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuietHoursTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration A_NIGHT = Duration.ofHours(25);

    /** A day before the clock changes, in each direction, and any other day. */
    record Night(ZoneId zone, LocalDate day) {}

    static Stream<Night> nights() {
        return Stream.of("America/New_York", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kolkata")
                .map(ZoneId::of)
                .flatMap(zone -> Stream.concat(
                        Stream.of(new Night(zone, LocalDate.of(2027, 6, 15))),
                        changes(zone).map(it -> new Night(zone, it))));
    }

    private static Stream<LocalDate> changes(ZoneId zone) {
        Instant from = Instant.parse("2027-01-01T00:00:00Z");
        return Stream.iterate(from, it -> it.plus(Duration.ofHours(1)))
                .limit(24 * 365L)
                .filter(it ->
                        !zone.getRules().getOffset(it).equals(zone.getRules().getOffset(it.plusSeconds(3_600))))
                .map(it -> it.atZone(zone).toLocalDate().minusDays(1));
    }

    /** Walks minute by minute to the first that isn't quiet: slow, and right by definition. */
    private static Instant oracle(QuietHours quiet, Instant instant, ZoneId zone) {
        Instant at = instant;
        while (isQuiet(quiet, at.atZone(zone).toLocalTime())) {
            at = at.plus(MINUTE);
        }
        return at;
    }

    private static boolean isQuiet(QuietHours quiet, LocalTime time) {
        int minute = time.toSecondOfDay() / 60;
        int from = quiet.from().toSecondOfDay() / 60;
        int until = quiet.until().toSecondOfDay() / 60;
        return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
    }

    @ParameterizedTest
    @MethodSource("nights")
    void endWhereTheClientsClockSaysSoOverTheChangeOfTheClocks(Night night) {
        Instant start = night.day().atTime(12, 0).toInstant(ZoneOffset.UTC).minus(Duration.ofDays(1));
        for (int minute = 0; minute < 3 * 24 * 60; minute += 7) {
            Instant at = start.plus(MINUTE.multipliedBy(minute));
            assertThat(QuietHours.DEFAULT.wakingFrom(at, night.zone()))
                    .as("%s in %s", at, night.zone())
                    .isEqualTo(oracle(QuietHours.DEFAULT, at, night.zone()));
        }
    }

    /** Quiet that ends in the very hour that is skipped or comes twice: then never early, and never a night too late. */
    @ParameterizedTest
    @MethodSource("nights")
    void endOnceEvenInTheHourThatIsSkippedOrComesTwice(Night night) {
        Random random = new Random(night.hashCode());
        for (int round = 0; round < 300; round++) {
            QuietHours quiet = new QuietHours(
                    LocalTime.of(20 + random.nextInt(4), 15 * random.nextInt(4)),
                    LocalTime.of(random.nextInt(5), 15 * random.nextInt(4)));
            Instant at = night.day()
                    .atTime(12, 0)
                    .toInstant(ZoneOffset.UTC)
                    .plus(MINUTE.multipliedBy(random.nextInt(2 * 24 * 60)));
            Instant awake = quiet.wakingFrom(at, night.zone());

            assertThat(awake).as("%s %s %s", quiet, at, night).isBetween(at, at.plus(A_NIGHT));
            assertThat(awake).as("%s %s %s", quiet, at, night).isAfterOrEqualTo(oracle(quiet, at, night.zone()));
        }
    }

    @Test
    void areNoneAtAllIfTheyEndWhereTheyBegin() {
        QuietHours none = new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0));
        List.of("2027-03-14T02:00:00Z", "2027-03-14T08:00:00Z")
                .forEach(it -> assertThat(none.wakingFrom(Instant.parse(it), ZoneOffset.UTC))
                        .isEqualTo(Instant.parse(it)));
    }
}
