package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.launcher.history.PastVisit.Ending;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryGeneratorTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<ClientHistory> STORIES = HistoryGenerator.until(TODAY);

    private static final long WEEKS = 8;
    private static final int SOONEST_FADED = 24;

    private static Stream<PastVisit> visits(ClientHistory story) {
        return Stream.concat(Stream.of(story.consultation()), story.sessions().stream());
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(HistoryGenerator.until(TODAY)).isEqualTo(STORIES);
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
            long minutes = STORIES.stream()
                    .filter(it -> it.clinicCode().equals(clinic))
                    .flatMap(HistoryGeneratorTests::visits)
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
}
