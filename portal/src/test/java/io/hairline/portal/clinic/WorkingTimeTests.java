package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Clinic.Hours;
import io.hairline.portal.clinic.WorkingTime.Stretch;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingTimeTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate SUNDAY = MONDAY.minusDays(1);

    private static Clinic clinic(List<Hours> hours, LocalDate... closedDays) {
        return new Clinic(
                "cln_1",
                "ber",
                "Berlin",
                "reg_1",
                "Europe/Berlin",
                "EUR",
                52.5,
                13.4,
                null,
                null,
                null,
                hours,
                List.of(closedDays),
                null,
                null,
                null,
                null);
    }

    private static Hours on(DayOfWeek day, int from, int until) {
        return new Hours(day, LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    private static List<Stretch> stretches(LocalDate day, Clinic clinic) {
        return WorkingTime.of("prc_1", "P. Kaya", null, clinic, day).stretches();
    }

    @Test
    void goesOnPastMidnight() {
        Clinic clinic = clinic(List.of(on(DayOfWeek.MONDAY, 18, 2)));

        assertThat(stretches(MONDAY, clinic)).containsExactly(new Stretch(18 * 60, 24 * 60));
        assertThat(stretches(MONDAY.plusDays(1), clinic)).containsExactly(new Stretch(0, 120));
    }

    @Test
    void endsAtMidnight() {
        Clinic clinic = clinic(List.of(on(DayOfWeek.MONDAY, 18, 0)));

        assertThat(stretches(MONDAY, clinic)).containsExactly(new Stretch(18 * 60, 24 * 60));
        assertThat(stretches(MONDAY.plusDays(1), clinic)).isEmpty();
    }

    @Test
    void namesTheNextDayOnWhichTheClinicOpens() {
        Clinic clinic = clinic(List.of(on(DayOfWeek.MONDAY, 9, 17), on(DayOfWeek.WEDNESDAY, 9, 17)), MONDAY);

        assertThat(clinic.isClosedOn(SUNDAY)).isTrue();
        assertThat(clinic.isClosedOn(MONDAY)).isTrue();
        assertThat(clinic.nextOpenDay(SUNDAY)).contains(MONDAY.plusDays(2));
        assertThat(clinic(List.of()).nextOpenDay(SUNDAY)).isEmpty();
    }
}
