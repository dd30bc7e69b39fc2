package io.hairline.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.pages.RenderedSection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is closed to the reader is said to be closed, and never to be nothing. */
class ClosedChartPartsTests {

    private static final String CLOSED = "Anything that other clinics wrote here is closed to your clinic.";

    /** Who looks. */
    record May(boolean charts) {}

    @Test
    void leavesOnlyWhatASecondOpinionOpens() {
        ChartParts all = chart(false, "SECOND_OPINION");

        assertThat(section("harm-title", all)).contains(CLOSED).doesNotContain("None has been reported");
        assertThat(section("entries-title", all))
                .contains(CLOSED, "What other clinics noted is closed here.")
                .doesNotContain("No doctor’s note", "No note.", "No allergy is known");
        assertThat(section("before-title", all)).contains("answers about health and forms are closed to your clinic");
        assertThat(section("sessions-title", all)).contains("No session has been completed yet.");
    }

    @Test
    void closesTheSessionsTooByAMatchCardAndWithoutAPass() {
        for (ChartParts all : List.of(chart(false, "MATCH_CARD"), chart(false, null))) {
            assertThat(section("sessions-title", all)).contains(CLOSED).doesNotContain("No session has been completed");
            assertThat(section("harm-title", all)).contains(CLOSED).doesNotContain("None has been reported");
            assertThat(section("before-title", all)).contains(CLOSED);
        }
    }

    @Test
    void saysOfAWholeChartThatThereIsNothing() {
        ChartParts all = chart(true, "TREATMENT");

        assertThat(section("sessions-title", all)).contains("No session has been completed yet.");
        assertThat(section("harm-title", all)).contains("None has been reported.");
        assertThat(section("entries-title", all))
                .contains("No allergy is known.", "No doctor’s note is on file.", "No note.");
        assertThat(section("before-title", all)).doesNotContain("closed");
    }

    private static ChartParts chart(boolean whole, @Nullable String sharedFor) {
        return new ChartParts(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, whole, sharedFor);
    }

    private static String section(String heading, ChartParts all) {
        return RenderedSection.of(
                "chart",
                heading,
                Map.of(
                        "all",
                        all,
                        "may",
                        new May(true),
                        "lots",
                        List.of(),
                        "records",
                        List.of(),
                        "clinic",
                        Map.of("id", "cln_1"),
                        "stranger",
                        true));
    }
}
