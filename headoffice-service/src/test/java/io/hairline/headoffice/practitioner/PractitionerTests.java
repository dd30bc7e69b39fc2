package io.hairline.headoffice.practitioner;

import static io.hairline.headoffice.practitioner.PlanningScope.BRAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAbsenceWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentRequested;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

class PractitionerTests {

    private static final ClinicId VIE = DemoIds.clinic("VIE");
    private static final ClinicId NYC = DemoIds.clinic("NYC");
    private static final LocalDate DAY = LocalDate.parse("2027-05-01");
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    private final Practitioner maya = Practitioner.join(
                    DemoIds.practitioner(1), "Maya R.", List.of("TOUCH_UP", "SCAR", "SCAR"))
            .next();

    private final Practitioner ofVienna =
            maya.work(rota("VIE", "Europe/Vienna", "09:00", "13:00"), BRAND).next();

    @Test
    void keepsSkillsSortedAndOnce() {
        assertThat(maya.skills()).containsExactly("SCAR", "TOUCH_UP");
        assertThat(maya.changeSkills(List.of("TOUCH_UP", "SCAR")).event()).isNull();
    }

    @Test
    void worksInTwoClinicsAtDifferentHours() {
        Practitioner busy = maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00"), BRAND)
                .next()
                .work(rota("HAM", "Europe/Berlin", "13:00", "18:00"), BRAND)
                .next();

        assertThat(busy.clinics()).containsExactly(DemoIds.clinic("BER"), DemoIds.clinic("HAM"));
    }

    @Test
    void refusesToBeInTwoClinicsAtOnce() {
        Practitioner busy =
                maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00"), BRAND).next();

        assertThatThrownBy(() -> busy.work(rota("HAM", "Europe/Berlin", "12:45", "18:00"), BRAND))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("shifts-overlap"));
    }

    @Test
    void canNotTellAcrossZonesWhetherAWeekClashes() {
        Practitioner busy =
                maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00"), BRAND).next();

        assertThat(busy.work(rota("LON", "Europe/London", "09:00", "13:00"), BRAND)
                        .event())
                .isInstanceOf(PractitionerRotaSet.class);
    }

    @Test
    void belongsToAClinicWithAnEmptyWeekUntilTheAssignmentEnds() {
        Practitioner busy =
                maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00"), BRAND).next();
        Rota none = Rota.empty(DemoIds.clinic("BER"), "Europe/Berlin");
        Practitioner idle = busy.work(none, BRAND).next();

        assertThat(idle.clinics()).containsExactly(DemoIds.clinic("BER"));
        assertThat(idle.work(none, BRAND).event()).isNull();
        assertThat(idle.end(DemoIds.clinic("BER")).next().clinics()).isEmpty();
    }

    @Test
    void isTakenOnByAnotherClinicOnlyWhenItsOwnAgrees() {
        Practitioner asked =
                ofVienna.request(NYC, "America/New_York", manager(NYC)).next();

        assertThat(asked.clinics()).containsExactly(VIE);
        assertThat(asked.requests()).containsExactly(NYC);
        assertUnknown(() -> asked.accept(NYC, "America/New_York", manager(NYC)));
        assertUnknown(() -> asked.work(Rota.empty(NYC, "America/New_York"), manager(NYC)));
        assertUnknown(() -> asked.absentFrom(null, manager(NYC)));

        Practitioner shared =
                asked.accept(NYC, "America/New_York", manager(VIE)).next();

        assertThat(shared.clinics()).containsExactly(VIE, NYC);
        assertThat(shared.requests()).isEmpty();
        assertThat(shared.work(Rota.empty(VIE, "Europe/Vienna"), manager(VIE)).event())
                .isNotNull();
        assertUnknown(() -> shared.work(Rota.empty(VIE, "Europe/Vienna"), manager(NYC)));
    }

    @Test
    void isTakenOnAtOnceByHeadOfficeAndByAManagerOfBothClinics() {
        assertThat(ofVienna.request(NYC, "America/New_York", BRAND).next().clinics())
                .contains(NYC);
        assertThat(ofVienna.request(NYC, "America/New_York", manager(NYC, VIE))
                        .next()
                        .clinics())
                .contains(NYC);
        assertThat(maya.request(NYC, "America/New_York", manager(NYC)).next().clinics())
                .isEmpty();
    }

    @Test
    void isDeclinedByEitherSideAndAskedForAgain() {
        Practitioner asked =
                ofVienna.request(NYC, "America/New_York", manager(NYC)).next();

        assertUnknown(() -> asked.decline(NYC, manager(DemoIds.clinic("BER"))));
        assertThat(asked.decline(NYC, manager(NYC)).next().requests()).isEmpty();
        Practitioner declined = asked.decline(NYC, manager(VIE)).next();
        assertUnknown(() -> declined.accept(NYC, "America/New_York", manager(VIE)));
        assertThat(declined.request(NYC, "America/New_York", manager(NYC)).event())
                .isInstanceOf(PractitionerAssignmentRequested.class);
    }

    @Test
    void isAwayFromTheClinicsOfTheOneWhoSaysSo() {
        Practitioner shared = ofVienna.request(NYC, "America/New_York", BRAND).next();

        assertThat(shared.absentFrom(null, BRAND)).isNull();
        assertThat(shared.absentFrom(null, manager(NYC))).containsExactly(NYC);
        assertThat(shared.absentFrom(null, manager(NYC, VIE))).isNull();
        assertThat(shared.absentFrom(VIE, BRAND)).containsExactly(VIE);
        assertThat(ofVienna.absentFrom(null, manager(VIE))).isNull();
        assertUnknown(() -> shared.absentFrom(VIE, manager(NYC)));
        assertThat(new Absence(DAY, DAY, "HOLIDAY", List.of(NYC)).holds(DAY, VIE))
                .isFalse();
    }

    @Test
    void refusesAnAbsenceThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Absence(DAY, DAY.minusDays(1), "HOLIDAY", null))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("until"));
    }

    @Test
    void isAwayOnlyOnceForTheSameDaysAndCanTakeThemBack() {
        Absence day = new Absence(DAY, DAY, "HOLIDAY", null);
        Practitioner away = maya.leave(day, NOON).next();

        assertThat(away.version()).isEqualTo(2);
        assertThat(away.leave(day, NOON).event()).isNull();
        assertThat(away.withdraw(new Absence(DAY, DAY, "OTHER", null), NOON)
                        .next()
                        .absences())
                .isEmpty();
        assertUnknown(() -> away.withdraw(new Absence(DAY, DAY.plusDays(1), "OTHER", null), NOON));
    }

    @Test
    void staysAwayOnTheDaysThatAreOverWhenAnAbsenceIsTakenBack() {
        Absence week = new Absence(DAY, DAY.plusDays(6), "ILLNESS", List.of(VIE));
        Practitioner away = ofVienna.leave(week, NOON).next();

        Change<Practitioner> back = away.withdraw(week, NOON.plus(Duration.ofDays(3)));
        Practitioner working = back.next();

        assertThat(working.absences()).containsExactly(new Absence(DAY, DAY.plusDays(2), "ILLNESS", List.of(VIE)));
        assertThat(back.event())
                .isEqualTo(new PractitionerAbsenceWithdrawn(
                        away.id(), DAY, DAY.plusDays(6), List.of(VIE), DAY.plusDays(2)));
        assertOver(() -> working.withdraw(working.absences().getFirst(), NOON.plus(Duration.ofDays(3))));
        assertThat(away.withdraw(week, NOON).next().absences())
                .as("on its first day all of it")
                .isEmpty();
    }

    @Test
    void cannotBeAwayOnDaysThatAreOver() {
        Practitioner shared = ofVienna.request(NYC, "America/New_York", BRAND).next();
        Instant nightInVienna = DAY.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC);

        assertOver(() -> shared.leave(new Absence(DAY, DAY.plusDays(1), "HOLIDAY", List.of(VIE)), nightInVienna));
        assertOver(() -> shared.leave(new Absence(DAY.minusDays(1), DAY, "HOLIDAY", null), nightInVienna));
        assertThat(shared.leave(new Absence(DAY, DAY, "HOLIDAY", null), nightInVienna)
                        .event())
                .as("in New York it is still that day")
                .isNotNull();
        assertOver(() -> maya.leave(new Absence(DAY.minusYears(6), DAY, "HOLIDAY", null), NOON));
        Absence noted = new Absence(DAY, DAY, "HOLIDAY", null);
        assertThat(maya.leave(noted, NOON)
                        .next()
                        .leave(noted, NOON.plus(Duration.ofDays(9)))
                        .event())
                .as("what is noted already stays noted")
                .isNull();
    }

    private static void assertOver(ThrowableAssert.ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("day-over"));
    }

    private static void assertUnknown(ThrowableAssert.ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private static PlanningScope manager(ClinicId... clinics) {
        return new PlanningScope(false, List.of(clinics)::contains);
    }

    private static Rota rota(String clinic, String zone, String from, String until) {
        Hours monday = new Hours(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(until));
        return new Rota(DemoIds.clinic(clinic), zone, new WeeklyHours(List.of(monday)));
    }
}
