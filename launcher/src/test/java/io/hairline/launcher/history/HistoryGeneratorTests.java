package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.launcher.history.PastVisit.Ending;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryGeneratorTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<ClientHistory> STORIES = HistoryGenerator.until(TODAY);

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
    void completeNothingThatIsStillToCome() {
        assertThat(STORIES.stream().flatMap(HistoryGeneratorTests::visits))
                .allMatch(it -> it.day().isBefore(TODAY) == (it.ending() != Ending.UPCOMING));
    }

    @Test
    void haveCoursesThatAreDoneAndCoursesThatGoOn() {
        assertThat(STORIES).anyMatch(it -> !it.sessions().isEmpty() && !it.isOver());
        assertThat(STORIES.stream().filter(it -> !it.sessions().isEmpty()).count())
                .isBetween(60L, 140L);
    }
}
