package io.hairline.headoffice.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A PDF of plain rows, with a title on each page. */
public final class PdfTextPages {

    private static final int LINES_A_PAGE = 62;
    private static final float MARGIN = 42;
    private static final char FIRST_ACCENTED = '\u00C0';
    private static final char LAST_ACCENTED = '\u00FF';
    private static final float LEADING = 12;
    private static final float SIZE = 8;

    private PdfTextPages() {}

    /** Rows of at most some 110 characters each. */
    public static byte[] pdf(String title, List<String> rows) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            int pages = Math.max(1, (rows.size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
            for (int page = 0; page < pages; page++) {
                int from = page * LINES_A_PAGE;
                add(
                        document,
                        title + " (page " + (page + 1) + " of " + pages + ")",
                        rows.subList(from, Math.min(rows.size(), from + LINES_A_PAGE)));
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The built-in fonts have the letters of Western Europe alone. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.chars()
                .forEach(it -> printable.append(
                        (it >= ' ' && it <= '~') || (it >= FIRST_ACCENTED && it <= LAST_ACCENTED) ? (char) it : '?'));
        return printable.toString();
    }
}
