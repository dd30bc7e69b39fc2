package io.hairline.headoffice.royalty;

import io.hairline.headoffice.royalty.RoyaltyBilling.Known;
import io.hairline.headoffice.royalty.RoyaltyLine.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A statement as a file. */
final class StatementDocument {

    private static final String HEADER =
            "line,kind,day,amount,currency,base,category,rule version,event,subject,version,known on,corrects";
    private static final int LINES_A_PAGE = 62;
    private static final float MARGIN = 42;
    private static final float LEADING = 12;
    private static final float SIZE = 8;

    private StatementDocument() {}

    /** One row per line; no field can hold a comma or a quote, for all are codes, ids, numbers and dates. */
    static String csv(Known known) {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        known.lines().forEach(it -> {
            Cause event = it.event();
            csv.append(String.join(
                            ",",
                            it.lineId(),
                            it.kind().name(),
                            text(it.day()),
                            it.amount().amount().toPlainString(),
                            it.amount().currency(),
                            it.base() == null ? "" : it.base().amount().toPlainString(),
                            text(it.category()),
                            Integer.toString(it.ruleVersion()),
                            event == null ? "" : event.type(),
                            event == null ? "" : event.subject(),
                            event == null ? "" : Long.toString(event.version()),
                            text(it.knownOn()),
                            text(it.corrects())))
                    .append("\r\n");
        });
        return csv.toString();
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static byte[] pdf(Known known, String clinic) {
        List<String> rows = known.lines().stream().map(StatementDocument::row).toList();
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            int pages = Math.max(1, (rows.size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
            for (int page = 0; page < pages; page++) {
                int from = page * LINES_A_PAGE;
                add(
                        document,
                        title(known, clinic, page + 1, pages),
                        rows.subList(from, Math.min(rows.size(), from + LINES_A_PAGE)));
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(Known it, String clinic, int page, int pages) {
        return String.format(
                Locale.ROOT,
                "Royalty statement %s, %s, %s: %s %s (page %d of %d)",
                it.statement().month(),
                clinic,
                it.status().name().toLowerCase(Locale.ROOT),
                it.total().amount().toPlainString(),
                it.total().currency(),
                page,
                pages);
    }

    private static String row(RoyaltyLine it) {
        Cause event = it.event();
        return String.format(
                Locale.ROOT,
                "%-10s  %-15s %12s %3s  base %12s  rule %2d  %s",
                it.day() == null ? it.knownOn() : it.day(),
                it.kind(),
                it.amount().amount().toPlainString(),
                it.amount().currency(),
                it.base() == null ? "-" : it.base().amount().toPlainString(),
                it.ruleVersion(),
                event == null ? "" : event.subject() + " v" + event.version());
    }

    private static void add(PDDocument document, String title, List<String> rows) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream text = new PDPageContentStream(document, page)) {
            text.beginText();
            text.setLeading(LEADING);
            text.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
            text.setFont(new PDType1Font(FontName.HELVETICA_BOLD), SIZE + 2);
            text.showText(printable(title));
            text.newLine();
            text.setFont(new PDType1Font(FontName.COURIER), SIZE - 1);
            for (String row : rows) {
                text.newLine();
                text.showText(printable(row));
            }
            text.endText();
        }
    }

    /** The built-in fonts have Latin letters alone. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.chars().forEach(it -> printable.append(it >= ' ' && it <= '~' ? (char) it : '?'));
        return printable.toString();
    }
}
