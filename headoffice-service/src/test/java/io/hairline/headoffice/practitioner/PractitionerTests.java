package io.hairline.headoffice.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.headoffice.clinic.WeeklyHours;
import io.hairline.kit.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PractitionerTests {

    private static final LocalDate DAY = LocalDate.parse("2027-05-01");

    private final Practitioner maya = Practitioner.join(
                    DemoIds.practitioner(1), "Maya R.", List.of("TOUCH_UP", "SCAR", "SCAR"))
            .next();

    @Test
    void keepsHerSkillsSortedAndOnce() {
        assertThat(maya.skills()).containsExactly("SCAR", "TOUCH_UP");
        assertThat(maya.train(List.of("TOUCH_UP", "SCAR")).event()).isNull();
    }

    @Test
    void worksInTwoClinicsAtDifferentHours() {
        Practitioner busy = maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00"))
                .next()
                .work(rota("HAM", "Europe/Berlin", "13:00", "18:00"))
                .next();

        assertThat(busy.clinics()).containsExactly(DemoIds.clinic("BER"), DemoIds.clinic("HAM"));
    }

    @Test
    void refusesToBeInTwoClinicsAtOnce() {
        Practitioner busy =
                maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00")).next();

        assertThatThrownBy(() -> busy.work(rota("HAM", "Europe/Berlin", "12:45", "18:00")))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("shifts-overlap"));
    }

    @Test
    void canNotTellAcrossZonesWhetherAWeekClashes() {
        Practitioner busy =
                maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00")).next();

        assertThat(busy.work(rota("LON", "Europe/London", "09:00", "13:00")).event())
                .isInstanceOf(PractitionerRotaSet.class);
    }

    @Test
    void leavesAClinicWithAnEmptyWeek() {
        Practitioner busy =
                maya.work(rota("BER", "Europe/Berlin", "09:00", "13:00")).next();
        Rota none = new Rota(DemoIds.clinic("BER"), "Europe/Berlin", new WeeklyHours(List.of()));

        assertThat(busy.work(none).next().clinics()).isEmpty();
        assertThat(maya.work(none).event()).isNull();
    }

    @Test
    void refusesAnAbsenceThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Absence(DAY, DAY.minusDays(1), "HOLIDAY"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("until"));
    }

    @Test
    void isAwayOnlyOnceForTheSameDays() {
        Absence day = new Absence(DAY, DAY, "HOLIDAY");
        Practitioner away = maya.leave(day).next();

        assertThat(away.version()).isEqualTo(2);
        assertThat(away.leave(day).event()).isNull();
    }

    private static Rota rota(String clinic, String zone, String from, String until) {
        Hours monday = new Hours(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(until));
        return new Rota(DemoIds.clinic(clinic), zone, new WeeklyHours(List.of(monday)));
    }
}
