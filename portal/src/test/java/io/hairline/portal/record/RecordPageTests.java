package io.hairline.portal.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.pages.RenderedSection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Who read the chart, as the client sees it. */
class RecordPageTests {

    @Test
    void leadsToEarlierReadingsAsLongAsThereAreSome() {
        assertThat(readings("nxt_1"))
                .contains("R… M…", "href=\"/me/record?cursor=nxt_1#access-title\"", "Earlier readings");
        assertThat(readings(null)).contains("R… M…").doesNotContain("cursor");
    }

    @Test
    void namesEmergenciesApartWithWhoWhereWhenAndWhy() {
        RecordController.EmergencyLine line = new RecordController.EmergencyLine(
                "1 Mar 2027", "R… M…", "Clinic Soho", "The client is here", "Fainted in the chair.");

        assertThat(emergencies(List.of(line)))
                .contains("Opened in an emergency", "R… M…", "Clinic Soho", "1 Mar 2027")
                .contains("The client is here", "“Fainted in the chair.”");
        assertThat(emergencies(List.of())).doesNotContain("emergency");
    }

    @Test
    void beginsWithTheEmergencies() throws Exception {
        String page = Files.readString(Path.of("src/main/resources/templates/record.html"));

        assertThat(page.indexOf("emergencies-title"))
                .isLessThan(page.indexOf("recalled-title"))
                .isLessThan(page.indexOf("/me/aftercare"));
    }

    @Test
    void saysTimesByTheReadersClockAndNamesTheClinicsZoneWhereThatIsntKnown() {
        Instant at = Instant.parse("2027-03-01T23:30:00Z");
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        LocaleContextHolder.setLocale(Locale.UK);
        try {
            assertThat(RecordController.moment(at, ZoneId.of("Europe/Berlin"), tokyo))
                    .isEqualTo("2 Mar 2027, 00:30");
            assertThat(RecordController.moment(at, null, tokyo))
                    .startsWith("2 Mar 2027, 08:30 (local time at the clinic: Japan");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static String emergencies(List<RecordController.EmergencyLine> all) {
        return RenderedSection.of("record", "emergencies-title", Map.of("emergencies", PagePart.of(() -> all)));
    }

    @Test
    void setsAColonOffInFrenchAlone() {
        assertThat(passes(Locale.FRENCH)).contains("Pour une fiche couleur</strong>\u00a0: <span>");
        assertThat(passes(Locale.UK)).contains("For a match card</strong>: <span>");
    }

    private static String passes(Locale locale) {
        return RenderedSection.of(
                "record",
                "passes-title",
                locale,
                Map.of("passes", PagePart.of(List::of), "clinics", List.of(), "visits", List.of()));
    }

    private static String readings(@Nullable String next) {
        RecordController.ReadingLine line = new RecordController.ReadingLine(
                "1 Mar 2027", "R… M…", "Clinic Soho", "Chart", "Emergency access", true, "Fainted in the chair.");
        return RenderedSection.of(
                "record", "access-title", Map.of("readings", PagePart.of(() -> new Api.Page<>(List.of(line), next))));
    }
}
