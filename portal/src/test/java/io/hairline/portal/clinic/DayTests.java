package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Appointment;
import io.hairline.portal.clinic.WorkingTime.Stretch;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-11-30T10:00:00+01:00");
    private static final WorkingTime WITH_A_BREAK =
            new WorkingTime("prc_1", "P. Kaya", List.of(new Stretch(540, 720), new Stretch(780, 1020)), false);

    private static Day.Visit visit(String status) {
        Appointment it = new Appointment(
                "apt_1",
                1,
                status,
                "cli_1",
                "cln_1",
                "prc_1",
                null,
                "CONSULTATION",
                TEN,
                TEN.plusMinutes(45),
                TEN.toLocalDateTime(),
                "Europe/Berlin",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Day.Visit(it, "A. Client", Readiness.unknown());
    }

    private static Day day(LocalDateTime now, Day.Visit... visits) {
        return Day.of(MONDAY, List.of(WITH_A_BREAK), List.of(visits), now);
    }

    @Test
    void drawsWhereNobodyWorks() {
        // From 8:00: an hour before the first shift, an hour between the two, three hours after the last until 20:00.
        assertThat(day(MONDAY.minusDays(1).atStartOfDay()).off())
                .extracting(Day.Block::row, Day.Block::rows)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 4),
                        org.assertj.core.groups.Tuple.tuple(17, 4),
                        org.assertj.core.groups.Tuple.tuple(37, 12));
    }

    @Test
    void offersNoPlaceThatIsTakenOrInABreak() {
        List<LocalDateTime> free = day(MONDAY.minusDays(1).atStartOfDay(), visit("CONFIRMED")).free().stream()
                .map(Day.Free::at)
                .toList();

        assertThat(free)
                .contains(MONDAY.atTime(9, 30), MONDAY.atTime(10, 45), MONDAY.atTime(13, 0))
                .doesNotContain(MONDAY.atTime(10, 0), MONDAY.atTime(10, 30), MONDAY.atTime(12, 0), MONDAY.atTime(8, 0));
    }

    @Test
    void saysHowMuchRoomAFreePlaceHasUntilTheNextAppointment() {
        assertThat(day(MONDAY.minusDays(1).atStartOfDay(), visit("CONFIRMED")).free())
                .filteredOn(it -> it.at().equals(MONDAY.atTime(9, 30)))
                .singleElement()
                .extracting(Day.Free::room)
                .isEqualTo(30);
    }

    @Test
    void offersNothingThatHasGoneBy() {
        assertThat(day(MONDAY.atTime(16, 5)).free()).extracting(Day.Free::at).containsExactly(MONDAY.atTime(16, 30));
    }

    @Test
    void knowsTheRowOfThePresentOnItsOwnDayAlone() {
        assertThat(day(MONDAY.atTime(9, 20)).now()).isEqualTo(6);
        assertThat(day(MONDAY.plusDays(1).atTime(9, 20)).now()).isNull();
    }

    @Test
    void keepsCancelledAppointmentsBelowTheGrid() {
        Day day = day(MONDAY.minusDays(1).atStartOfDay(), visit("CANCELLED"));

        assertThat(day.cards()).isEmpty();
        assertThat(day.gone()).hasSize(1);
    }
}
