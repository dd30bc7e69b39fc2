package io.hairline.treatment.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentTests {

    @Test
    void writesRealTextInManyScriptsAndNamesWhatTheFontLacks() throws Exception {
        try (PdfDocument it = new PdfDocument("Einwilligung")) {
            it.heading("Łukasz Öztürk, Ελένη, Дмитрий").text("Wang 王");

            assertThat(textOf(it)).contains("Einwilligung", "Łukasz Öztürk, Ελένη, Дмитрий", "Wang [U+738B]");
        }
    }

    @Test
    void wrapsLongLinesAndGoesOnOnTheNextPage() throws Exception {
        String words = "one two three four five ".repeat(1_500);
        try (PdfDocument it = new PdfDocument("Long")) {
            it.text(words + "x".repeat(500));

            try (PDDocument read = Loader.loadPDF(it.bytes())) {
                assertThat(read.getNumberOfPages()).isGreaterThan(2);
                assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                        .contains(words.strip())
                        .endsWith("x ");
            }
        }
    }

    @Test
    void drawsASignatureAndRefusesWhatIsNone() throws Exception {
        byte[] drawing = png(300, 100);
        try (PdfDocument it = new PdfDocument("Signed")) {
            assertThat(it.drawing(drawing)).isTrue();
            assertThat(it.drawing(Arrays.copyOf(drawing, drawing.length / 2))).isFalse();
            assertThat(it.drawing(png(10_000, 1_000))).isFalse();
            assertThat(it.drawing(new byte[] {1, 2, 3})).isFalse();
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    private static String textOf(PdfDocument it) throws IOException {
        try (PDDocument read = Loader.loadPDF(it.bytes())) {
            return new PDFTextStripper().getText(read);
        }
    }
}
