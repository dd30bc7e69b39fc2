package io.hairline.portal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.pages.RenderedSection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredTableTests {

    private static final Clinic CLINIC = new Clinic(
            "cln_1",
            "BER",
            "Berlin",
            "reg_1",
            "Europe/Berlin",
            "EUR",
            52,
            13,
            1L,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private static String section(StoredTable table) {
        Map<String, Object> model =
                Map.of("clinic", CLINIC, "tables", PagePart.of(() -> List.of(table)), "running", table.isRunning());
        return RenderedSection.of("import", "imports-title", model);
    }

    private static StoredTable table(String status, int stored) {
        return new StoredTable("imp_1", "CLIENTS", status, 5_000, stored, 2, Instant.parse("2026-11-30T08:05:00Z"));
    }

    @Test
    void saysHowManyLinesAreStoredAndAsksAgainWhileThereAreMore() {
        assertThat(section(table("RUNNING", 1_200)))
                .contains("Clients, 30 Nov 2026, 09:05", "1,200 of 5,000 lines", "max=\"5000\"", "value=\"1200\"")
                .contains("hx-get=\"/clinic/cln_1/import/progress\"", "hx-trigger=\"every 2s\"")
                .doesNotContain("/duplicates");
    }

    @Test
    void asksNoMoreOnceAllAreStoredAndLeadsToTheDuplicates() {
        assertThat(section(table("DONE", 5_000)))
                .contains("all 5,000 lines are stored", "href=\"/clinic/cln_1/duplicates\"")
                .doesNotContain("hx-get", "hx-trigger", "<progress");
    }

    @Test
    void saysThatItStandsStillWhatIsStoredAndWhatToDo() {
        assertThat(section(table("STOPPED", 1_200)))
                .contains("Storing stands still", "The first 1,200 lines are stored.", "don’t send the table again")
                .contains("action=\"/clinic/cln_1/import/imp_1/retry\"", "Try again")
                .doesNotContain("hx-get", "hx-trigger", "one part after the other");
    }

    @Test
    void asksAgainWhileTheServiceCanNotBeReached() {
        PagePart<List<StoredTable>> away = new PagePart<>(null, "Not there right now.");
        Map<String, Object> model = Map.of("clinic", CLINIC, "tables", away, "running", true);

        assertThat(RenderedSection.of("import", "imports-title", model))
                .contains("Not there right now.", "hx-trigger=\"every 2s\"")
                .doesNotContain("<progress");
    }
}
