package io.hairline.contracts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoHistory.Ending;
import io.hairline.contracts.demo.DemoHistory.Story;
import io.hairline.contracts.demo.DemoHistory.Visit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoHistoryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<Story> STORIES = DemoHistory.until(TODAY);

    @Test
    void isTheSameEveryTime() {
        assertThat(DemoHistory.until(TODAY)).isEqualTo(STORIES);
    }

    @Test
    void putsNobodyInTwoPlacesAtOnce() {
        assertThat(STORIES.stream()
                        .flatMap(story -> story.visits().stream()
                                .map(it -> story.practitioner() + " " + it.day() + " " + it.time())))
                .doesNotHaveDuplicates();
        assertThat(STORIES.stream()
                        .flatMap(story -> story.visits().stream()
                                .map(it -> story.clinicCode() + story.chair() + " " + it.day() + " " + it.time())))
                .doesNotHaveDuplicates();
    }

    @Test
    void numbersEveryVisitOnce() {
        assertThat(STORIES.stream().flatMap(it -> it.visits().stream()).map(Visit::number))
                .doesNotHaveDuplicates();
    }

    @Test
    void letsTheScalpHealBetweenSessions() {
        for (Story story : STORIES) {
            for (int number = 1; number < story.sessions().size(); number++) {
                LocalDate before = story.sessions().get(number - 1).day();
                assertThat(ChronoUnit.DAYS.between(
                                before, story.sessions().get(number).day()))
                        .isBetween(10L, 30L);
            }
        }
    }

    @Test
    void completesNothingThatIsStillToCome() {
        assertThat(STORIES.stream().flatMap(it -> it.visits().stream()))
                .allMatch(it -> it.day().isBefore(TODAY) == (it.ending() != Ending.UPCOMING));
    }

    @Test
    void hasCoursesThatAreDoneAndCoursesThatGoOn() {
        assertThat(STORIES).anyMatch(it -> it.sessions().stream().anyMatch(visit -> visit.ending() == Ending.UPCOMING));
        assertThat(STORIES.stream().filter(it -> !it.sessions().isEmpty()).count())
                .isBetween(100L, 200L);
    }
}
