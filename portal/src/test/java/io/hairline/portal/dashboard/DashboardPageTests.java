package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.pages.RenderedSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardPageTests {

    @Test
    void namesTheDaysOfARegionThatIsComparedWithOthersThanTheBrand() {
        assertThat(page("2026-10-31")).contains("Europe").doesNotContain("compared with");
        assertThat(page("2026-10-30")).contains("Europe", "compared with");
    }

    private static String page(String lastDayOfRegion) {
        DashboardSummaries.Glance europe =
                new DashboardSummaries.Glance("Europe", "/dashboard", "reg_1", dashboard(lastDayOfRegion));
        return RenderedSection.of(
                "dashboard",
                "glances-title",
                Map.of(
                        "scope",
                        new DashboardScope(null, null),
                        "glances",
                        List.of(europe),
                        "dashboard",
                        dashboard("2026-10-31")));
    }

    private static PagePart<Dashboard> dashboard(String lastDay) {
        return new PagePart<>(
                new Dashboard(
                        List.of(),
                        List.of(),
                        new Dashboard.Days(LocalDate.parse("2026-10-01"), LocalDate.parse(lastDay))),
                null);
    }
}
