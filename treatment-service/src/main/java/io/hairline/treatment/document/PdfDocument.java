package io.hairline.treatment.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text on A4 pages, in a font that covers Latin, Greek and Cyrillic. A character that it lacks is written as its
 * code point, such as {@code [U+738B]}, so that nothing is lost.
 */
public final class PdfDocument implements AutoCloseable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 56;
    private static final float TEXT = 10;
    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float LEADING = 1.4f;
    private static final float NO_GLYPH = -1;
    private static final float DRAWING_HEIGHT = 80;
    /** Above what a signature pad draws, and far below what fills the memory. */
    private static final int MOST_PIXELS = 4_000_000;

    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final TrueTypeFont typeface;
    private final PDFont font;
    private final Map<Integer, Float> glyphWidths = new HashMap<>();
    private @Nullable PDPageContentStream page;
    private float y;

    /** @param title for the first line and for the list of files that a reader shows */
    public PdfDocument(String title) {
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            typeface = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Searching each line for ligatures would take most of the time of a long document.
            typeface.setEnableGsub(false);
            font = PDType0Font.load(document, typeface, true);
            document.getDocumentInformation().setTitle(title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(title, TITLE);
    }

    public PdfDocument heading(String words) {
        y -= TEXT;
        write(words, HEADING);
        return this;
    }

    /** A paragraph; a line break stays one. */
    public PdfDocument text(String words) {
        words.lines().forEach(it -> write(it, TEXT));
        return this;
    }

    /** A drawing from a PNG; false where it is none, or too large to be one. */
    public boolean drawing(byte[] png) {
        Optional<BufferedImage> image = read(png);
        image.ifPresent(this::draw);
        return image.isPresent();
    }

    /** The file, for a document of a few pages. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    /** The file, page by page; the pages lie on disk until then. */
    public void writeTo(OutputStream out) {
        try {
            if (page != null) {
                page.close();
                page = null;
            }
            document.save(out, CompressParameters.NO_COMPRESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In memory alone: a file in between would hold the signature in the clear. */
    private static Optional<BufferedImage> read(byte[] png) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            reader.setInput(in);
            boolean small = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            Optional<BufferedImage> image = small ? Optional.of(reader.read(0)) : Optional.empty();
            reader.dispose();
            return image;
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private void draw(BufferedImage image) {
        try {
            PDImageXObject drawing = LosslessFactory.createFromImage(document, image);
            float scale = Math.min(DRAWING_HEIGHT / image.getHeight(), width() / image.getWidth());
            float height = image.getHeight() * scale;
            PDPageContentStream here = room(height);
            y -= height;
            here.drawImage(drawing, MARGIN, y, image.getWidth() * scale, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String words, float size) {
        String left = writable(words);
        do {
            int end = fitting(left, size);
            line(left.substring(0, end).stripTrailing(), size);
            left = left.substring(end).stripLeading();
        } while (!left.isEmpty());
    }

    private void line(String words, float size) {
        try {
            PDPageContentStream here = room(size * LEADING);
            y -= size * LEADING;
            here.beginText();
            here.setFont(font, size);
            here.newLineAtOffset(MARGIN, y);
            here.showText(words);
            here.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the line ends: after the last word that fits, or within a word that is longer than a line. */
    private int fitting(String words, float size) {
        if (widthOf(words, size) <= width()) {
            return words.length();
        }
        int most = 1;
        while (widthOf(words.substring(0, most + 1), size) <= width()) {
            most++;
        }
        int space = words.lastIndexOf(' ', most);
        return space > 0 ? space : most;
    }

    private float widthOf(String words, float size) {
        return (float) (words.codePoints().mapToDouble(this::glyphWidth).sum() * size / 1000);
    }

    /** Looked up once: the font takes long to say so, and a document has few different characters. */
    private float glyphWidth(int codePoint) {
        return glyphWidths.computeIfAbsent(codePoint, it -> {
            try {
                return font.getStringWidth(Character.toString(it));
            } catch (IOException | IllegalArgumentException _) {
                return NO_GLYPH;
            }
        });
    }

    private static float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private String writable(String words) {
        StringBuilder all = new StringBuilder();
        words.codePoints().forEach(it -> all.append(hasGlyph(it) ? Character.toString(it) : "[U+%04X]".formatted(it)));
        return all.toString();
    }

    private boolean hasGlyph(int codePoint) {
        return glyphWidth(codePoint) >= 0;
    }

    private PDPageContentStream room(float height) throws IOException {
        if (page == null || y - height < MARGIN) {
            if (page != null) {
                page.close();
            }
            PDPage next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            y = PDRectangle.A4.getHeight() - MARGIN;
        }
        return page;
    }

    @Override
    public void close() {
        try {
            document.close();
            typeface.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
