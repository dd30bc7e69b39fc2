package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.document.RenderedPdf;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DashboardTests {

    private static final DashboardScope EUROPE = new DashboardScope("reg_1", null);

    @Test
    void leadsFromEachStepOfAChartToItsOwnDays() {
        DashboardPeriod period = period("2026-01-01", "2026-02-14");
        Dashboard.Series series = new Dashboard.Series(
                "revenue", "EUR", List.of(point("2026-01-01", "480.00"), point("2026-02-01", null)));

        Chart chart = Chart.of(series, EUROPE, period);

        assertThat(chart.name()).endsWith(", EUR");
        assertThat(chart.rows())
                .extracting(Chart.Row::link)
                .containsExactly(
                        "/dashboard/events/revenue?regionId=reg_1&from=2026-01-01&to=2026-01-31&unit=EUR",
                        "/dashboard/events/revenue?regionId=reg_1&from=2026-02-01&to=2026-02-14&unit=EUR");
        assertThat(chart.data()).contains("/dashboard/events/revenue?regionId=reg_1&from=2026-02-01");
    }

    @Test
    void namesTheDaysThatHeadOfficeComparedWith() {
        Dashboard running = read("2026-10-17", "2026-10-31");

        assertThat(Objects.requireNonNull(running.comparedWith()).words())
                .isEqualTo(DashboardPeriod.words(LocalDate.parse("2026-10-17"), LocalDate.parse("2026-10-31")));
        assertThat(running.all().getFirst().previousWords()).isEqualTo("226");
        assertThat(running.isComparedLike(read("2026-10-17", "2026-10-31"))).isTrue();
        assertThat(running.isComparedLike(read("2026-10-17", "2026-10-30"))).isFalse();
    }

    private static Dashboard read(String from, String to) {
        String answer = """
                {"tiles": [{"key": "bookings", "value": "230", "previous": "226", "unit": "count"}],
                 "comparedWith": {"from": "%s", "to": "%s"}}
                """.formatted(from, to);
        return JsonMapper.shared().readValue(answer, Dashboard.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Bookings | Appointments that were booked | before: 226",
                "de | Buchungen | Im Zeitraum gebuchte Termine | davor: 226",
                "es | Reservas | Citas reservadas | antes: 226",
                "fr | Réservations | Rendez-vous pris | avant : 226"
            })
    void isAFileInTheReadersLanguage(String language, String name, String formula, String before) throws IOException {
        Dashboard numbers = read("2026-10-17", "2026-10-31");

        assertThat(RenderedPdf.text(
                        "dashboard-file", language, Map.of("place", "Łódź", "period", "2026", "numbers", numbers)))
                .contains("Łódź", name, formula, before, "230");
    }

    @Test
    void takesTwoDaysInAnyOrder() {
        assertThat(period("2026-03-31", "2026-03-01")).isEqualTo(period("2026-03-01", "2026-03-31"));
        assertThat(period("2026-03-02", "2026-03-31").link()).isEqualTo("from=2026-03-02&to=2026-03-31");
    }

    @Test
    void beginsWithMoneyAndKeepsTheOrderOfTheRest() {
        List<DashboardController.Compared> tiles = List.of(
                compared("bookings"),
                compared("leadTime"),
                compared("messageStale"),
                compared("revenue"),
                compared("collected"));

        assertThat(DashboardController.mainFirst(tiles))
                .extracting(it -> it.it().key())
                .containsExactly("revenue", "collected", "bookings", "leadTime", "messageStale");
    }

    private static DashboardController.Compared compared(String key) {
        return new DashboardController.Compared(new Tile(key, null, null, null, null, null), "");
    }

    @Test
    void showsTheUsualDaysWithoutTwoDays() {
        LocalDate today = LocalDate.parse("2026-03-31");
        DashboardPeriod usual =
                DashboardPeriod.of(new DashboardController.Choice(null, null, null, today, null), today);

        assertThat(usual).isEqualTo(DashboardPeriod.of(30, today));
        assertThat(usual.from()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(usual.link()).isEqualTo("days=30");
        assertThat(DashboardPeriod.of(-14, today).to()).isEqualTo(LocalDate.parse("2026-04-13"));
    }

    @Test
    void asksForTheWholeBrandByName() {
        assertThat(new DashboardScope(null, null).link()).isEqualTo("brand=true");
        assertThat(new DashboardScope(null, "cln_1").link()).isEqualTo("clinicId=cln_1");
    }

    private static DashboardPeriod period(String from, String to) {
        return DashboardPeriod.of(
                new DashboardController.Choice(null, null, 7, LocalDate.parse(from), LocalDate.parse(to)),
                LocalDate.parse("2026-03-31"));
    }

    private static Dashboard.Point point(String from, @Nullable String value) {
        return new Dashboard.Point(LocalDate.parse(from), value == null ? null : new BigDecimal(value));
    }
}
