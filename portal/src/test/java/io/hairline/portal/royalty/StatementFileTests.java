package io.hairline.portal.royalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.document.RenderedPdf;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class StatementFileTests {

    private static final Statement STATEMENT = JsonMapper.shared().readValue("""
            {"id": "rst_1", "version": 3, "clinicId": "cli_1", "month": "2026-10", "currency": "EUR", "ruleVersion": 2,
             "status": "DISPUTED", "total": {"amount": "1234.50", "currency": "EUR"},
             "owners": [{"name": "Żak & Söhne", "from": "2026-10-01", "until": "2026-10-31"}],
             "disputes": [{"lineId": "royalty:1", "reasonCode": "NOT_OURS", "openedOn": "2026-11-02"}],
             "lines": [
               {"lineId": "royalty:1", "kind": "ROYALTY", "base": {"amount": "15440.00", "currency": "EUR"},
                "amount": {"amount": "1235.20", "currency": "EUR"}, "ruleVersion": 2, "knownOn": "2026-10-05",
                "category": "PRODUCT", "day": "2026-10-05",
                "event": {"type": "booking.PaymentCaptured.v1", "subject": "pay_7", "version": 4,
                          "at": "2026-10-05T09:00:00Z"}},
               {"lineId": "correction:1", "kind": "CORRECTION", "amount": {"amount": "-0.70", "currency": "EUR"},
                "ruleVersion": 2, "knownOn": "2026-11-03", "corrects": "royalty:1"}]}
            """, Statement.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Royalty statements | October 2026 | €1,234.50 | Product sold | In dispute | Not ours",
                "de | Abrechnungen der Lizenzgebühren | Oktober 2026 | 1.234,50 € | Produkt verkauft | Mit Einwand | Nicht von uns",
                "es | Liquidaciones | octubre de 2026 | 1.234,50 € | Producto vendido | En disputa | No es nuestra",
                "fr | Relevés | octobre 2026 | 1 234,50 € | Produit vendu | Contesté | Pas à nous"
            })
    void speaksTheReadersLanguage(
            String language, String title, String month, String total, String cause, String state, String dispute)
            throws IOException {
        String text = RenderedPdf.text(
                "royalty-file", language, Map.of("it", STATEMENT, "clinic", "Berlin Mitte", "asKnownOn", "30.11.2026"));

        assertThat(text)
                .contains(title, month, total, cause, state, dispute)
                .contains("Berlin Mitte", "30.11.2026", "Żak & Söhne", "pay_7 · 4");
    }
}
