package io.hairline.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.contracts.headoffice.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Berlin's clocks go forward on Sunday 2027-03-28 at 2 and back on Sunday 2027-10-31 at 3. */
class LeadTimeTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int HORIZON_DAYS = 60;

    @Test
    void countsNoNight() {
        LeadTime hour = lead(60, weekdays());

        // Tuesday to Wednesday
        assertThat(hour.earliestStart(berlin("2027-06-01T20:00"))).isEqualTo(berlin("2027-06-02T10:00"));
        assertThat(hour.earliestStart(berlin("2027-06-02T08:59"))).isEqualTo(berlin("2027-06-02T10:00"));
        assertThat(hour.earliestStart(berlin("2027-06-02T09:10"))).isEqualTo(berlin("2027-06-02T10:10"));
        // half an hour before closing, half an hour after opening
        assertThat(hour.earliestStart(berlin("2027-06-01T17:30"))).isEqualTo(berlin("2027-06-02T09:30"));
        // a whole open hour before closing is enough for the next morning's first slot
        assertThat(hour.earliestStart(berlin("2027-06-01T17:00"))).isBeforeOrEqualTo(berlin("2027-06-02T09:00"));
    }

    @Test
    void countsNoClosedDay() {
        // Friday evening, a weekend, and a Monday on which the clinic is closed
        LeadTime hour = lead(60, weekdays(), LocalDate.parse("2027-06-07"));

        assertThat(hour.earliestStart(berlin("2027-06-04T19:00"))).isEqualTo(berlin("2027-06-08T10:00"));
        assertThat(hour.latestBooking(berlin("2027-06-08T09:30"))).isEqualTo(berlin("2027-06-04T17:30"));
    }

    @Test
    void countsTheHoursThatPassOnADayWhenTheClocksChange() {
        List<Hours> nights = everyDay("00:00", "06:00");

        // from 0 to 4 on the wall three hours pass in March, and five in October
        assertThat(lead(180, nights).earliestStart(berlin("2027-03-28T00:00"))).isEqualTo(berlin("2027-03-28T04:00"));
        assertThat(lead(300, nights).earliestStart(berlin("2027-10-31T00:00"))).isEqualTo(berlin("2027-10-31T04:00"));
        assertThat(lead(180, nights).latestBooking(berlin("2027-03-28T04:00"))).isEqualTo(berlin("2027-03-28T00:00"));
    }

    @Test
    void findsNoStartInAClinicThatStaysClosed() {
        assertThat(lead(60, List.of()).earliestStart(berlin("2027-06-01T10:00")))
                .isEqualTo(Instant.MAX);
        assertThat(lead(60, List.of()).latestBooking(berlin("2027-06-01T10:00")))
                .isEqualTo(Instant.MIN);
        assertThat(lead(0, List.of()).earliestStart(berlin("2027-06-01T10:00"))).isEqualTo(berlin("2027-06-01T10:00"));
    }

    /** The oracle walks minute by minute through wall times. */
    @Test
    void agreesWithAWalkThroughTheMinutesInBothDirections() {
        Random random = new Random(20261128);
        for (int round = 0; round < 300; round++) {
            boolean march = random.nextBoolean();
            LocalDate closed = LocalDate.parse(march ? "2027-03-29" : "2027-11-01");
            LeadTime lead = lead(random.nextInt(1, 900), weekdaysAndNights(), closed);
            Instant now =
                    berlin(march ? "2027-03-27T00:00" : "2027-10-30T00:00").plusSeconds(60L * random.nextInt(3_000));

            Instant earliest = lead.earliestStart(now);

            assertThat(earliest).as("%s from %s", lead.time(), now).isEqualTo(walk(lead, now, closed));
            Instant start = Cells.start(Cells.of(earliest.minusMillis(1)) + 1);
            Instant latest = lead.latestBooking(start);
            assertThat(latest).isAfterOrEqualTo(now);
            assertThat(lead.earliestStart(latest)).isBeforeOrEqualTo(start);
            assertThat(lead.earliestStart(latest.plusSeconds(1))).isAfter(start);
        }
    }

    private static Instant walk(LeadTime lead, Instant now, LocalDate closed) {
        Instant at = now;
        for (long left = lead.time().toMinutes(); left > 0; at = at.plusSeconds(60)) {
            LocalDateTime wall = LocalDateTime.ofInstant(at, BERLIN);
            boolean day = wall.getDayOfWeek() != DayOfWeek.SUNDAY && wall.getHour() >= 9 && wall.getHour() < 18;
            boolean night = wall.getDayOfWeek() == DayOfWeek.SUNDAY && wall.getHour() < 5;
            if ((day || night) && !wall.toLocalDate().equals(closed)) {
                left--;
            }
        }
        return at;
    }

    private static LeadTime lead(int minutes, List<Hours> hours, LocalDate... closedDays) {
        Clinic clinic = ClinicFixture.in(BERLIN)
                .open(hours)
                .closedOn(List.of(closedDays))
                .build();
        return new LeadTime(Duration.ofMinutes(minutes), clinic, HORIZON_DAYS);
    }

    private static List<Hours> weekdays() {
        return everyDay("09:00", "18:00").stream()
                .filter(it -> it.day().getValue() <= DayOfWeek.FRIDAY.getValue())
                .toList();
    }

    private static List<Hours> weekdaysAndNights() {
        return everyDay("09:00", "18:00").stream()
                .map(it ->
                        it.day() == DayOfWeek.SUNDAY ? new Hours(it.day(), LocalTime.MIDNIGHT, LocalTime.of(5, 0)) : it)
                .toList();
    }

    private static List<Hours> everyDay(String from, String until) {
        return Stream.of(DayOfWeek.values())
                .map(it -> new Hours(it, LocalTime.parse(from), LocalTime.parse(until)))
                .toList();
    }

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }
}
