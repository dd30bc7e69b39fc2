package io.hairline.headoffice.practitioner;

import static io.hairline.headoffice.practitioner.PlanningScope.BRAND;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicLocation;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.practitioner.FormerRotas.FormerRota;
import io.hairline.kit.Ids;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The days are in Berlin, whose clocks go from 2:00 to 3:00 on 2027-03-28 and from 3:00 to 2:00 on 2027-10-31. */
class WorkingTimeTests {

    private static final ClinicId BERLIN = DemoIds.clinic("BER");
    private static final LocalDate SPRING = LocalDate.parse("2027-03-28");
    private static final LocalDate AUTUMN = LocalDate.parse("2027-10-31");

    private final Practitioner maya =
            Practitioner.join(DemoIds.practitioner(1), "Maya R.", List.of()).next();

    @Test
    void countsAnEveningForTheDayOnWhichItBegins() {
        LocalDate friday = LocalDate.parse("2027-05-07");
        Practitioner late = working(FRIDAY, "18:00", "02:00");

        assertThat(minutes(late, friday, friday.plusDays(1)))
                .containsEntry(friday, 480L)
                .containsEntry(friday.plusDays(1), 0L);
    }

    @Test
    void countsTheHoursOfTheNightInWhichTheClocksChange() {
        assertThat(minutes(working(SATURDAY, "22:00", "04:00"), SPRING.minusDays(1), SPRING))
                .containsEntry(SPRING.minusDays(1), 300L);
        assertThat(minutes(working(SATURDAY, "22:00", "04:00"), AUTUMN.minusDays(1), AUTUMN))
                .containsEntry(AUTUMN.minusDays(1), 420L);
        assertThat(minutes(working(SUNDAY, "02:30", "05:00"), SPRING, SPRING)).containsEntry(SPRING, 120L);
        assertThat(minutes(working(SUNDAY, "01:00", "02:30"), AUTUMN, AUTUMN)).containsEntry(AUTUMN, 120L);
        assertThat(minutes(working(SUNDAY, "00:00", "00:00"), AUTUMN, AUTUMN)).containsEntry(AUTUMN, 1500L);
    }

    @Test
    void leavesOutAnAbsenceInThisClinicOnly() {
        LocalDate friday = LocalDate.parse("2027-05-07");
        Practitioner day = working(FRIDAY, "09:00", "17:00");
        Practitioner awayElsewhere = day.leave(
                        new Absence(friday, friday, "HOLIDAY", List.of(DemoIds.clinic("HAM"))), Instant.EPOCH)
                .next();
        Practitioner awayHere = day.leave(new Absence(friday, friday, "HOLIDAY", List.of(BERLIN)), Instant.EPOCH)
                .next();

        assertThat(minutes(awayElsewhere, friday, friday)).containsEntry(friday, 480L);
        assertThat(minutes(awayHere, friday, friday)).containsEntry(friday, 0L);
    }

    @Test
    void countsADayByTheWeekThatHeldOnIt() {
        LocalDate changed = LocalDate.parse("2027-05-14");
        Practitioner now = working(FRIDAY, "09:00", "13:00");
        Rota before = working(FRIDAY, "09:00", "17:00").rotas().getFirst();
        List<FormerRota> former = List.of(
                FormerRota.of(now.id(), before, changed),
                FormerRota.of(now.id(), Rota.empty(BERLIN, "Europe/Berlin"), changed.minusDays(7)));

        assertThat(minutes(now, former, changed.minusDays(14), changed))
                .as("not there yet, then a long Friday, then a short one")
                .containsEntry(changed.minusDays(14), 0L)
                .containsEntry(changed.minusDays(7), 480L)
                .containsEntry(changed, 240L);
        Practitioner gone = now.end(BERLIN).next();
        FormerRota last = FormerRota.of(now.id(), now.rotas().getFirst(), changed);
        assertThat(minutes(gone, List.of(last), changed.minusDays(7), changed))
                .as("the practitioner has left since")
                .containsEntry(changed.minusDays(7), 240L)
                .containsEntry(changed, 0L);
    }

    @Test
    void countsAChairsOpeningHoursWithoutClosedDaysAndDaysAfterTheClosing() {
        LocalDate friday = LocalDate.parse("2027-05-07");
        Hours hours = new Hours(FRIDAY, LocalTime.parse("09:00"), LocalTime.parse("17:00"));
        Clinic clinic = clinic(
                new WeeklyHours(List.of(hours)),
                List.of(new Clinic.ClosedDay(friday.plusDays(7), "HOLIDAY")),
                friday.plusDays(21));

        assertThat(WorkingTime.openMinutes(clinic, friday, friday.plusDays(21)))
                .hasSize(22)
                .containsEntry(friday, 480L)
                .containsEntry(friday.plusDays(1), 0L)
                .containsEntry(friday.plusDays(7), 0L)
                .containsEntry(friday.plusDays(14), 480L)
                .containsEntry(friday.plusDays(21), 0L);
    }

    private Practitioner working(DayOfWeek day, String from, String until) {
        Hours hours = new Hours(day, LocalTime.parse(from), LocalTime.parse(until));
        return maya.work(new Rota(BERLIN, "Europe/Berlin", new WeeklyHours(List.of(hours))), BRAND)
                .next();
    }

    private static Map<LocalDate, Long> minutes(Practitioner who, LocalDate from, LocalDate until) {
        return minutes(who, List.of(), from, until);
    }

    private static Map<LocalDate, Long> minutes(
            Practitioner who, List<FormerRota> former, LocalDate from, LocalDate until) {
        Clinic clinic = clinic(new WeeklyHours(List.of()), List.of(), null);
        return WorkingTime.minutes(Map.of(BERLIN, clinic), List.of(who), former, from, until, (_, _) -> true);
    }

    private static Clinic clinic(
            WeeklyHours openingHours, List<Clinic.ClosedDay> closedDays, @Nullable LocalDate closedFrom) {
        return new Clinic(
                BERLIN,
                1,
                "BER",
                "Berlin",
                new RegionId(Ids.next(RegionId.PREFIX)),
                new OwnerId(Ids.next(OwnerId.PREFIX)),
                new ClinicLocation("DE-BE", "Europe/Berlin", "EUR", 52, 13),
                openingHours,
                closedDays,
                List.of(),
                null,
                null,
                null,
                closedFrom,
                null,
                null);
    }
}
