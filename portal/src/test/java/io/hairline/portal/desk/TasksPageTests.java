package io.hairline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.clinic.ClinicFrame.Permissions;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.pages.RenderedSection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A task says what settles it, and leads those to the chart who may read it. */
class TasksPageTests {

    private static final String CHART = "/clinic/cln_1/clients/cli_1/chart";

    @Test
    void saysWhatSettlesAnswersThatForbidATreatment() {
        assertThat(page("ANSWERS_BLOCK", "ANSWERS_BLOCK", true))
                .contains(
                        "Ada Byron", "A treatment that the client’s answers forbid", "talk the answers through", CHART);
    }

    @Test
    void saysWhatSettlesAFailedPatchTest() {
        assertThat(page("PATCH_TEST_FAILED", "PATCH_TEST_FAILED", true))
                .contains(
                        "A failed patch test before a treatment", "The patch test failed", "place another test", CHART);
    }

    @Test
    void leadsTheDeskToNoChart() {
        assertThat(page("COLOUR_CHECK", "SELF_CHECK", false))
                .contains("/clinic/cln_1/clients/cli_1\"", "A colour to look at", "book a consultation")
                .doesNotContain(CHART);
    }

    @Test
    void leadsToTheStockWhereALotWasUsedThatNobodyMightUse() {
        assertThat(page("HELD_LOT_USED", "LOT_QUARANTINED", true))
                .contains("A lot was used that nobody might use any more", "The lot was in quarantine")
                .contains("speak with the client", "/clinic/cln_1/lots", CHART);
    }

    @Test
    void leadsToTheContactThatIsToBeCorrected() {
        assertThat(page("MESSAGE_FAILED", "ADDRESS_REFUSED", false)).contains("/clients/cli_1/edit");
    }

    @Test
    void saysNothingOfAKindThatItDoesNotKnow() {
        assertThat(page("OF_TOMORROW", "NEW", true)).contains("Of tomorrow").doesNotContain("tasks.todo", CHART);
    }

    @Test
    void namesWhatRunsLowOrHasExpired() {
        String section = RenderedSection.of(
                "tasks",
                "stock-title",
                Map.of(
                        "clinic",
                        Map.of("id", "cln_1"),
                        "stock",
                        List.of(lot("G-7", "IN_USE", List.of("LOW")), lot("G-8", "EXPIRED", List.of()))));

        assertThat(section)
                .contains("/clinic/cln_1/lots", "lot G-7", "Running low", "lot G-8", "Expired")
                .doesNotContain("In use");
        assertThat(lot("G-9", "IN_USE", List.of()).isToSeeTo()).isFalse();
    }

    private static Stock.Lot lot(String number, String status, List<String> warnings) {
        return new Stock.Lot(
                "lot_" + number,
                "Fine Pigments",
                "Graphite",
                "CI 77266",
                number,
                null,
                null,
                null,
                status,
                "PIGMENT",
                1L,
                warnings,
                null,
                null,
                null);
    }

    private static String page(String kind, String reason, boolean charts) {
        TasksController.Task task = new TasksController.Task("tsk_1", 1L, kind, reason, null, "cli_1");
        return RenderedSection.of(
                "tasks",
                "tasks-title",
                Map.of(
                        "clinic",
                        Map.of("id", "cln_1"),
                        "may",
                        new Permissions(true, true, charts, charts, false, true),
                        "tasks",
                        PagePart.of(() -> List.of(new TasksController.Line(task, "Ada Byron")))));
    }
}
