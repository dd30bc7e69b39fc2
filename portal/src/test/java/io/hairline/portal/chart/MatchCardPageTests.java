package io.hairline.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.pages.RenderedSection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The printed match card as a browser gets it. */
class MatchCardPageTests {

    private static final Instant AT = Instant.parse("2027-03-01T10:00:00Z");

    @Test
    void showsEachZoneAsTheCourseLeftItAndMarksALotThatNobodyMayUse() {
        MatchCardController.Card card = new MatchCardController.Card(
                "cli_1",
                null,
                new MatchCardController.Work(
                        "SESSION_2",
                        AT,
                        "Berlin",
                        "Kim",
                        "3RL",
                        new BigDecimal("0.6"),
                        List.of(new MatchCardController.Shade(
                                "Kuro",
                                "Black",
                                "CI 77266",
                                "K7",
                                BigDecimal.ONE,
                                BigDecimal.TEN,
                                null,
                                "RECALLED",
                                true))),
                List.of(
                        new MatchCardController.ZoneDone("CROWN", 120, "SESSION_2", AT),
                        new MatchCardController.ZoneDone("FORELOCK", 80, "SESSION_1", AT)),
                List.of(new MatchCardController.HeldLot("Kuro", "Black", "K6", "QUARANTINED")),
                List.of(),
                null,
                null,
                List.of("LOT_RECALLED", "LOT_QUARANTINED"),
                true);

        assertThat(RenderedSection.of("match-card", "match-work", Map.of("card", card)))
                .contains(
                        "Crown: 120 dots per cm² (Second session, 1 Mar 2027)",
                        "Forelock: 80 dots per cm² (First session")
                .contains("Kuro Black, lot K7", ">Recalled</strong>");
        assertThat(card.warningWords()).hasSize(2).noneMatch(it -> it.contains("LOT_"));
        assertThat(card.allHeldLots().getFirst().words()).isEqualTo("Kuro Black, lot K6 · In quarantine");
    }
}
