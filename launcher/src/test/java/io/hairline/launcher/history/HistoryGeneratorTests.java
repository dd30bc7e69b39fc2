package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoHolidays;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.launcher.history.PastVisit.Ending;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryGeneratorTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<ClientHistory> STORIES = HistoryGenerator.until(TODAY);

    private static final long WEEKS = 8;
    private static final int SOONEST_FADED = 24;

    /** A week of a month with holidays, the first days of a year, and a day in summer. */
    private static Stream<LocalDate> days() {
        return Stream.of(
                TODAY,
                LocalDate.of(2026, 12, 24),
                LocalDate.of(2027, 1, 2),
                LocalDate.of(2027, 7, 6),
                LocalDate.of(2028, 2, 29));
    }

    private static Stream<PastTouchUp> touchUps(List<ClientHistory> stories) {
        return stories.stream().map(ClientHistory::touchUp).filter(Objects::nonNull);
    }

    private static Stream<PastVisit> visits(ClientHistory story) {
        return Stream.concat(Stream.of(story.consultation()), story.sessions().stream());
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(HistoryGenerator.until(TODAY)).isEqualTo(STORIES);
    }

    @ParameterizedTest
    @MethodSource("days")
    void treatSomebodyInTheLastDaysWhoCanAskAboutIt(LocalDate today) {
        assertThat(HistoryGenerator.until(today))
                .anyMatch(it -> it.wasTreatedBetween(today.minusDays(6), today.minusDays(1)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void treatSomebodyAYearAgoWhoIsAskedHowTheColourLooks(LocalDate today) {
        LocalDate aYearAgo = today.minusYears(1);

        assertThat(HistoryGenerator.until(today))
                .anyMatch(it -> it.wasFinishedBetween(
                        aYearAgo.minusDays(ChartExamples.STILL_ASKED_DAYS), aYearAgo.minusDays(1)));
    }

    @Test
    void putNobodyInTwoPlacesAtOnce() {
        assertThat(STORIES.stream()
                        .flatMap(story -> visits(story).map(it -> story.practitioner() + " " + it.day() + it.time())))
                .doesNotHaveDuplicates();
        assertThat(STORIES.stream()
                        .flatMap(story ->
                                visits(story).map(it -> story.clinicCode() + story.chair() + it.day() + it.time())))
                .doesNotHaveDuplicates();
    }

    @Test
    void letTheScalpHealBetweenSessions() {
        for (ClientHistory story : STORIES) {
            for (int number = 1; number < story.sessions().size(); number++) {
                LocalDate before = story.sessions().get(number - 1).day();
                assertThat(ChronoUnit.DAYS.between(
                                before, story.sessions().get(number).day()))
                        .isBetween(10L, 30L);
            }
        }
    }

    @Test
    void fillTheHoursOfTheLastWeeksInEveryClinic() {
        long brand = 0;
        for (String clinic : DemoIds.CLINICS) {
            long minutes = Stream.concat(
                            STORIES.stream()
                                    .filter(it -> it.clinicCode().equals(clinic))
                                    .flatMap(HistoryGeneratorTests::visits),
                            touchUps(STORIES)
                                    .filter(it -> it.clinicCode().equals(clinic))
                                    .map(PastTouchUp::visit))
                    .filter(it -> it.ending() == Ending.COMPLETED)
                    .filter(it -> it.day().isAfter(TODAY.minusDays(1 + 7 * WEEKS)))
                    .mapToLong(it -> Duration.between(it.startsAt(ZoneOffset.UTC), it.endsAt(ZoneOffset.UTC))
                            .toMinutes())
                    .sum();
            brand += minutes;
            assertThat((double) minutes / hours(clinic)).as(clinic).isBetween(0.35, 1.0);
        }

        assertThat((double) brand
                        / DemoIds.CLINICS.stream()
                                .mapToLong(HistoryGeneratorTests::hours)
                                .sum())
                .isBetween(0.6, 0.8);
    }

    private static long hours(String clinic) {
        return WEEKS
                * DemoPast.byDay(clinic).size()
                * Duration.between(DemoPast.FROM, DemoPast.UNTIL).toMinutes();
    }

    @Test
    void haveFirstClientsWhoseColourWantsRefreshingByNow() {
        List<LocalDate> due = STORIES.stream()
                .filter(it -> it.client() <= DemoPast.FIRST_CLIENTS)
                .map(it -> it.sessions().getLast().day().plusMonths(SOONEST_FADED))
                .toList();

        assertThat(due).allMatch(it -> it.isAfter(TODAY.minusDays(100)));
        assertThat(due.stream().filter(it -> !it.isAfter(TODAY)).count()).isGreaterThan(8);
    }

    @Test
    void completeNothingThatIsStillToCome() {
        assertThat(STORIES.stream().flatMap(HistoryGeneratorTests::visits))
                .allMatch(it -> it.day().isBefore(TODAY) == (it.ending() != Ending.UPCOMING));
    }

    @Test
    void haveCoursesThatAreDoneAndCoursesThatGoOn() {
        assertThat(STORIES).anyMatch(it -> !it.sessions().isEmpty() && !it.isOver());
        assertThat(STORIES.stream().filter(it -> !it.sessions().isEmpty()).count())
                .isBetween(110L, 180L);
    }

    @ParameterizedTest
    @MethodSource("days")
    void haveTouchUpsOfEachOthersCoursesInEveryClinic(LocalDate today) {
        List<ClientHistory> touchedUp = HistoryGenerator.until(today).stream()
                .filter(it -> it.touchUp() != null && !it.touchUp().clinicCode().equals(it.clinicCode()))
                .toList();

        assertThat(touchedUp).hasSizeBetween(8, 24);
        assertThat(touchedUp.stream().map(ClientHistory::clinicCode).distinct().count())
                .isGreaterThanOrEqualTo(6);
        assertThat(touchedUp.stream()
                        .map(it -> Objects.requireNonNull(it.touchUp()).clinicCode())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(touchedUp).allSatisfy(it -> {
            assertThat(it.permanent()).isTrue();
            LocalDate day = Objects.requireNonNull(it.touchUp()).visit().day();
            assertThat(day).isBefore(today);
            assertThat(ChronoUnit.DAYS.between(it.sessions().getLast().day(), day))
                    .isGreaterThanOrEqualTo(45);
            assertThat(day).isBefore(it.consultation().day().plusMonths(6));
        });
    }

    @ParameterizedTest
    @MethodSource("days")
    void putNobodyIntoATouchUpAndAnotherVisitAtOnce(LocalDate today) {
        List<ClientHistory> stories = HistoryGenerator.until(today);

        assertThat(Stream.concat(
                        stories.stream()
                                .flatMap(story ->
                                        visits(story).map(it -> story.practitioner() + " " + it.day() + it.time())),
                        touchUps(stories)
                                .map(it -> it.practitioner() + " " + it.visit().day()
                                        + it.visit().time())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("days")
    void letTheGuestWorkOnDaysThatTheLawAllows(LocalDate today) {
        List<LocalDate> days = touchUps(HistoryGenerator.until(today))
                .filter(it -> DemoPast.isGuest(it.clinicCode(), it.practitioner()))
                .map(it -> it.visit().day())
                .toList();

        assertThat(days).hasSizeBetween(2, 10).doesNotHaveDuplicates();
        assertThat(days).allMatch(it -> it.getDayOfWeek() == DemoPast.GUEST_DAY);
    }

    @ParameterizedTest
    @MethodSource("days")
    void haveNoVisitOnAHoliday(LocalDate today) {
        List<ClientHistory> stories = HistoryGenerator.until(today);

        assertThat(stories)
                .allSatisfy(story ->
                        assertThat(visits(story)).noneMatch(it -> DemoHolidays.isOn(story.clinicCode(), it.day())));
        assertThat(touchUps(stories))
                .noneMatch(it -> DemoHolidays.isOn(it.clinicCode(), it.visit().day()));
    }
}
