package io.hairline.headoffice.dashboard;

import io.hairline.headoffice.dashboard.kpi.Kpi;
import io.hairline.headoffice.document.PdfTextPages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tiles of a scope and a period as a file, in English. */
final class DashboardDocument {

    private static final String HEADER =
            "key,value,unit,previous,zone,as of,formula,from,to,compared from,compared to\r\n";
    private static final int WIDTH = 100;

    private DashboardDocument() {}

    /** One row per tile; only formulas hold commas, and they hold no quotes. */
    static String csv(Dashboard it) {
        StringBuilder csv = new StringBuilder(HEADER);
        it.tiles()
                .forEach(tile -> csv.append(String.join(
                                ",",
                                tile.key(),
                                text(tile.value()),
                                tile.unit(),
                                text(tile.previous()),
                                tile.zone(),
                                tile.asOf().toString(),
                                "\"" + tile.formula() + "\"",
                                days(it.over(), ","),
                                days(it.comparedWith(), ",")))
                        .append("\r\n"));
        return csv.toString();
    }

    static byte[] pdf(Dashboard it, String title) {
        List<String> rows = new ArrayList<>();
        rows.add("Period         " + days(it.over(), " to "));
        rows.add("Compared with  " + days(it.comparedWith(), " to "));
        rows.add("Days of        " + zone(it));
        rows.add("Amounts in     " + currencies(it));
        for (Tile tile : it.tiles()) {
            rows.add("");
            rows.add(String.format(
                    Locale.ROOT,
                    "%-24s %14s %-9s before %14s   %s",
                    tile.key(),
                    text(tile.value()),
                    tile.unit(),
                    text(tile.previous()),
                    tile.zone()));
            rows.addAll(wrapped(tile.formula()));
        }
        return PdfTextPages.pdf(title, rows);
    }

    private static String days(Period.Days it, String between) {
        return it.from() + between + it.to();
    }

    private static String zone(Dashboard it) {
        return it.tiles().stream()
                .map(Tile::zone)
                .filter(zone -> !zone.equals(DashboardReader.SEVERAL_ZONES))
                .findFirst()
                .orElse("each clinic's own zone");
    }

    private static String currencies(Dashboard it) {
        return it.tiles().stream()
                .filter(tile -> tile.key().equals(Kpi.REVENUE))
                .map(Tile::unit)
                .collect(Collectors.joining(", "));
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > WIDTH) {
            int end = rest.lastIndexOf(' ', WIDTH);
            lines.add("  " + rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add("  " + rest);
        return lines;
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
