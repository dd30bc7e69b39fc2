package io.hairline.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.pages.RenderedSection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What clients share with a clinic, as its people see it. */
class SharedChartsPageTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void leadsToTheMatchCardByEachPassAndToTheChartByThoseThatOpenIt() {
        String page = page(List.of(line("cli_1", "MATCH_CARD", null), line("cli_2", "SECOND_OPINION", "apt_1")));

        assertThat(page)
                .contains("R… M…", "For a match card", "Until 1 Mar 2027", "/clients/cli_1/match-card")
                .contains("For a second opinion", "for one visit", "/clients/cli_2/match-card", "/clients/cli_2/chart")
                .doesNotContain("/clients/cli_1/chart");
        assertThat(page(List.of())).contains("Nobody shares a chart with this clinic now.");
    }

    @Test
    void leadsFromAChartThatIsClosedToTheMatchCardThatIsShared() {
        Map<String, Object> model = Map.of("clinic", Map.of("id", "cln_1"), "clientId", "cli_1");
        Map<String, Object> shared = new HashMap<>(model);
        shared.put("sharesCard", true);

        assertThat(RenderedSection.of("chart", "card-title", shared))
                .contains("shares the match card alone", "href=\"/clinic/cln_1/clients/cli_1/match-card\"");
        assertThat(RenderedSection.of("chart", "card-title", model)).doesNotContain("match-card");
    }

    @Test
    void saysWhatANarrowerPassLeavesClosedAndWhoCanOpenIt() {
        LocaleContextHolder.setLocale(Locale.UK);
        try {
            assertThat(part("SECOND_OPINION")).contains("for a second opinion", "The client can share more");
            assertThat(part("MATCH_CARD")).contains("the match card alone", "The client can share more");
            assertThat(part(null)).contains("until the client gives your clinic a sharing pass");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static String part(@Nullable String sharedFor) {
        return new ChartParts(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, false,
                        sharedFor)
                .partWords();
    }

    private static String page(List<SharedChartsController.Line> lines) {
        return RenderedSection.of(
                "shared", "shared-title", Map.of("shared", PagePart.of(() -> lines), "clinic", Map.of("id", "cln_1")));
    }

    private static SharedChartsController.Line line(String client, String purpose, @Nullable String visit) {
        return new SharedChartsController.Line(new SharedChartsController.Pass(client, purpose, DAY, visit), "R… M…");
    }
}
