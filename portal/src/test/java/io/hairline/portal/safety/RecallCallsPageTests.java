package io.hairline.portal.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.clinic.ClinicFrame.Permissions;
import io.hairline.portal.pages.RenderedSection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client who hasn't confirmed a recall stands there with the batch, what became of the messages, and how to note a call. */
class RecallCallsPageTests {

    private static final Instant OPENED = Instant.parse("2026-11-28T10:15:00Z");

    @Test
    void saysWhomToCallAboutWhat() {
        RecallCallsController.Notice notice = new RecallCallsController.Notice(
                "rcn_1",
                "Fine Pigments",
                "Graphite",
                "G-7",
                "CONTAMINATED",
                "cli_1",
                OPENED,
                List.of(new RecallView.Told("RECALL_NOTICE", "EMAIL", "FAILED", OPENED, "NO_ADDRESS")));
        String page = RenderedSection.of(
                "recall-calls",
                "calls-title",
                Map.of(
                        "clinic",
                        Map.of("id", "cln_1"),
                        "may",
                        new Permissions(true, true, false, false, false, true),
                        "notices",
                        PagePart.of(() -> new Api.Page<>(
                                List.of(new RecallCallsController.Line(
                                        notice, "Ada Byron", ZoneId.of("Europe/London"))),
                                null))));

        assertThat(page)
                .contains("Ada Byron", "Fine Pigments Graphite, lot G-7", "Contaminated", "28 Nov 2026")
                .contains("/clinic/cln_1/recall-calls/rcn_1", "Phone", "In person", "Letter", "once-0");
    }
}
