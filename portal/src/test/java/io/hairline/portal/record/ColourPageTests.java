package io.hairline.portal.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.pages.RenderedSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page on which a client sees when the colour wants refreshing, and says how it looks. */
class ColourPageTests {

    private static final LocalDate DAY = LocalDate.of(2030, 3, 1);

    @Test
    void saysWhenATouchUpIsExpectedAndWhy() {
        ColourController.TouchUp ahead = new ColourController.TouchUp(
                new ColourController.Window(DAY.minusMonths(6), DAY, DAY.plusMonths(6)),
                "PLANNED",
                List.of("FEW_SESSIONS", "SEEN_GOOD"));

        assertThat(RenderedSection.of("colour", "next-title", Map.of("touchUps", List.of(ahead))))
                .contains("Probably between 1 Sept 2029 and 1 Sept 2030.")
                .contains("A course of few sessions: sooner", "You said that it looks as before: later");
        assertThat(RenderedSection.of("colour", "next-title", Map.of("touchUps", List.of())))
                .doesNotContain("Probably");
    }

    @Test
    void asksOnlyWhatCanStillBeAnswered() {
        assertThat(years(new ColourController.Question("sch_1", 1, DAY, true, null, false)))
                .contains("Year 1: how it looks", "You can answer until 1 Mar 2030.")
                .contains("value=\"sch_1\"", "A little lighter");
        assertThat(years(new ColourController.Question("sch_1", 1, DAY, false, null, false)))
                .contains("You gave no answer.")
                .doesNotContain("<form");
        assertThat(years(new ColourController.Question("sch_1", 1, DAY, false, "NOT_RIGHT", true)))
                .contains("Blotchy", "Book a free consultation")
                .doesNotContain("<form");
    }

    private static String years(ColourController.Question question) {
        return RenderedSection.of(
                "colour", "years-title", Map.of("questions", new PagePart<>(List.of(question), null)));
    }
}
