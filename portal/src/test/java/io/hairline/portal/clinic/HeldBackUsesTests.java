package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.pages.RenderedSection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stock page says into which sessions lots went that were held back. */
class HeldBackUsesTests {

    @Test
    void nameTheLotWhatItWasAndTheSession() {
        Stock.HeldBackUse use = new Stock.HeldBackUse(
                "apt_1",
                "SESSION_1",
                Instant.parse("2027-03-01T10:00:00Z"),
                "Fine Pigments",
                "Graphite",
                "G-7",
                "QUARANTINED");

        assertThat(page(List.of(use)))
                .contains("Fine Pigments Graphite, lot G-7", "In quarantine", "First session · 1 Mar 2027")
                .contains("/clinic/cln_1/appointments/apt_1");
        assertThat(page(List.of())).doesNotContain("held-title");
    }

    private static String page(List<Stock.HeldBackUse> uses) {
        return RenderedSection.of("lots", "held-title", Map.of("heldUses", uses, "clinic", Map.of("id", "cln_1")));
    }
}
