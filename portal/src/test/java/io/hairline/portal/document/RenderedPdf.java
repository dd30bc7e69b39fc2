package io.hairline.portal.document;

import io.hairline.portal.pages.RenderedSection;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A file made of its real template and words, without a server. */
public final class RenderedPdf {

    private RenderedPdf() {}

    /** What it says, with plain spaces. */
    public static String text(String template, String language, Map<String, Object> model) throws IOException {
        String page = RenderedSection.whole(template, Locale.forLanguageTag(language), model);
        try (PDDocument pdf = Loader.loadPDF(PdfDocuments.pdf(page))) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replace('\u202f', ' ');
        }
    }
}
