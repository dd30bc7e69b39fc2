package io.hairline.headoffice.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.headoffice.Hours;
import io.hairline.kit.Refusal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyHoursTests {

    @Test
    void sortsItsHours() {
        WeeklyHours week = new WeeklyHours(List.of(
                hours(TUESDAY, "09:00", "12:00"), hours(MONDAY, "13:00", "17:00"), hours(MONDAY, "09:00", "12:00")));

        assertThat(week.hours())
                .containsExactly(
                        hours(MONDAY, "09:00", "12:00"),
                        hours(MONDAY, "13:00", "17:00"),
                        hours(TUESDAY, "09:00", "12:00"));
    }

    @Test
    void refusesHoursThatOverlapUntilMidnight() {
        List<Hours> overlapping = List.of(hours(MONDAY, "09:00", "00:00"), hours(MONDAY, "23:45", "00:00"));

        assertThatThrownBy(() -> new WeeklyHours(overlapping))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("hours-overlap"));
    }

    @Test
    void letsOneStretchBeginWhereTheOtherEnds() {
        WeeklyHours morning = new WeeklyHours(List.of(hours(MONDAY, "09:00", "13:00")));
        WeeklyHours afternoon = new WeeklyHours(List.of(hours(MONDAY, "13:00", "17:00")));
        WeeklyHours noon = new WeeklyHours(List.of(hours(MONDAY, "12:45", "13:15")));

        assertThat(morning.overlaps(afternoon)).isFalse();
        assertThat(morning.overlaps(noon)).isTrue();
        assertThat(noon.overlaps(afternoon)).isTrue();
    }

    @Test
    void runsPastMidnightIntoTheNextDayAlsoFromSundayToMonday() {
        WeeklyHours evening = new WeeklyHours(List.of(hours(SUNDAY, "18:00", "02:00")));

        assertThat(evening.overlaps(new WeeklyHours(List.of(hours(MONDAY, "01:45", "09:00")))))
                .isTrue();
        assertThat(evening.overlaps(new WeeklyHours(List.of(hours(MONDAY, "02:00", "09:00")))))
                .isFalse();
        assertThat(evening.overlaps(new WeeklyHours(List.of(hours(SUNDAY, "00:00", "02:00")))))
                .isFalse();
        assertThatThrownBy(() ->
                        new WeeklyHours(List.of(hours(MONDAY, "09:00", "12:00"), hours(SUNDAY, "23:00", "09:15"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isWrittenWithMidnightAsTwentyFour() {
        List<DayHours> written = List.of(
                new DayHours(MONDAY, "00:00", "24:00"),
                new DayHours(TUESDAY, "18:00", "24:00"),
                new DayHours(FRIDAY, "18:00", "02:00"));

        WeeklyHours week = DayHours.week("openingHours", written);

        assertThat(week.hours().getFirst()).isEqualTo(hours(MONDAY, "00:00", "00:00"));
        assertThat(DayHours.of(week)).isEqualTo(written);
        assertThat(DayHours.week("openingHours", List.of(new DayHours(TUESDAY, "18:00", "00:00")))
                        .hours())
                .containsExactly(hours(TUESDAY, "18:00", "00:00"));
    }

    @Test
    void refusesHoursThatEndWhenTheyStart() {
        List<DayHours> none = List.of(new DayHours(MONDAY, "09:00", "10:00"), new DayHours(MONDAY, "00:00", "00:00"));

        assertThatThrownBy(() -> DayHours.week("openingHours", none))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("openingHours[1].until"));
    }

    @Test
    void refusesADayThatEndsNearlyADayLater() {
        List<DayHours> mistyped = List.of(new DayHours(MONDAY, "09:00", "08:00"));

        assertThatThrownBy(() -> DayHours.week("openingHours", mistyped)).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.errors().getFirst().field()).isEqualTo("openingHours[0].until");
            assertThat(it.errors().getFirst().message()).contains("16 hours later");
        });
        assertThat(DayHours.week("openingHours", List.of(new DayHours(MONDAY, "14:00", "06:00")))
                        .hours())
                .containsExactly(hours(MONDAY, "14:00", "06:00"));
    }

    static Hours hours(DayOfWeek day, String from, String until) {
        return new Hours(day, LocalTime.parse(from), LocalTime.parse(until));
    }
}
