package io.hairline.headoffice.dashboard;

import io.hairline.headoffice.document.PdfTextPages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tiles of a scope and a period as a file. */
final class DashboardDocument {

    private static final String HEADER = "key,value,unit,previous,zone,as of,formula\r\n";
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
                                "\"" + tile.formula() + "\""))
                        .append("\r\n"));
        return csv.toString();
    }

    static byte[] pdf(Dashboard it, String title) {
        List<String> rows = new ArrayList<>();
        rows.add("Compared with " + it.comparedWith().from() + " to "
                + it.comparedWith().to());
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
