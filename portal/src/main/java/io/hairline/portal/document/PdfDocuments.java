package io.hairline.portal.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.hairline.portal.language.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes PDF files on A4 pages from templates, whose names end in {@code -file}. */
@Component
public class PdfDocuments {

    /** Has Latin, Greek and Cyrillic letters, which the built-in fonts of PDF lack. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    private final ITemplateEngine templates;

    PdfDocuments(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * The file as an answer that a browser keeps.
     *
     * @param template a page that is well-formed XML and refers to no other file
     */
    public ResponseEntity<byte[]> download(String name, String template, Map<String, Object> model) {
        String page = templates.process(template, new Context(Texts.locale(), model));
        return Downloads.of(name, MediaType.APPLICATION_PDF, pdf(page));
    }

    static byte[] pdf(String page) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFont(() -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT)), "Liberation Sans")
                .useUriResolver((_, _) -> null)
                .withHtmlContent(page, null)
                .toStream(file);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
