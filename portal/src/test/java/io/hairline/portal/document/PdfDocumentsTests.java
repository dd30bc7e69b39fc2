package io.hairline.portal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentsTests {

    private static final String PAGE =
            "<html><head><title>Łódź</title><style>body { font-family: 'Liberation Sans' }</style></head><body>%s</body></html>";

    @Test
    void writesLettersThatTheBuiltInFontsLack() throws IOException {
        try (PDDocument pdf = read("<p>Łódź, Αθήνα, София: 1.234,50 €</p>")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Łódź, Αθήνα, София: 1.234,50 €");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Łódź");
        }
    }

    @Test
    void fillsAsManyPagesAsItNeeds() throws IOException {
        try (PDDocument pdf = read("<p>line</p>".repeat(500))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
        }
    }

    /** What a clinic or a client typed must not make the portal call anybody. */
    @Test
    void asksNoOtherServerForAnything() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        String there = "http://localhost:" + server.getAddress().getPort() + "/picture.png";
        try (PDDocument pdf = read("<p>words</p><img src=\"" + there + "\" alt=\"\"/>")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("words");
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    private static PDDocument read(String body) throws IOException {
        return Loader.loadPDF(PdfDocuments.pdf(PAGE.formatted(body)));
    }
}
