package io.hairline.headoffice.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DashboardDocumentTests {

    private static final Period.Days MARCH = days("2027-03-01", "2027-03-31");
    private static final Period.Days FEBRUARY = days("2027-02-01", "2027-02-28");

    @Test
    void namesPeriodZoneAndCurrencyInThePdf() throws IOException {
        assertThat(pdf("Europe/Dublin", "EUR").replaceAll(" +", " "))
                .contains(
                        "Dashboard, DUB Dublin",
                        "Period 2027-03-01 to 2027-03-31",
                        "Compared with 2027-02-01 to 2027-02-28",
                        "Days of Europe/Dublin",
                        "Amounts in EUR");
    }

    @Test
    void namesSeveralZonesAndCurrenciesAsSuch() throws IOException {
        assertThat(pdf("local", "EUR", "GBP").replaceAll(" +", " "))
                .contains("Days of each clinic's own zone", "Amounts in EUR, GBP");
    }

    @Test
    void namesThePeriodsInEachRowOfTheCsv() {
        List<String> rows =
                DashboardDocument.csv(dashboard("Europe/Dublin", "EUR")).lines().toList();

        assertThat(rows.getFirst()).endsWith(",from,to,compared from,compared to");
        assertThat(rows.subList(1, rows.size()))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).endsWith(",2027-03-01,2027-03-31,2027-02-01,2027-02-28"));
    }

    private static String pdf(String zone, String... currencies) throws IOException {
        try (var pdf = Loader.loadPDF(DashboardDocument.pdf(dashboard(zone, currencies), "Dashboard, DUB Dublin"))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static Dashboard dashboard(String zone, String... currencies) {
        List<Tile> tiles = new ArrayList<>(List.of(tile("bookings", "count", zone)));
        for (String it : currencies) {
            tiles.add(tile("revenue", it, zone));
        }
        return new Dashboard(tiles, List.of(), MARCH, FEBRUARY);
    }

    private static Tile tile(String key, String unit, String zone) {
        return new Tile(
                key,
                BigDecimal.TEN,
                BigDecimal.ONE,
                unit,
                "Appointments that were booked.",
                zone,
                Instant.parse("2027-04-01T00:00:00Z"));
    }

    private static Period.Days days(String from, String to) {
        return new Period.Days(LocalDate.parse(from), LocalDate.parse(to));
    }
}
