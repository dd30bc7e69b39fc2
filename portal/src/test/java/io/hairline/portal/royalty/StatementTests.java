package io.hairline.portal.royalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class StatementTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final Money AMOUNT = new Money(new BigDecimal("1.50"), "EUR");

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Product sold, Price of a product given back, Products",
        "de, Produkt verkauft, Preis eines Produkts zurückgegeben, Produkte",
        "es, Producto vendido, Precio de un producto devuelto, Productos",
        "fr, Produit vendu, Prix d’un produit rendu, Produits"
    })
    void saysThatALineIsForAProduct(String language, String sold, String givenBack, String category) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(line("PRODUCT", "PaymentCaptured").causeWords()).isEqualTo(sold);
        assertThat(line("PRODUCT", "PaymentRefunded").causeWords()).isEqualTo(givenBack);
        assertThat(line("PRODUCT", "PaymentCaptured").categoryWords()).isEqualTo(category);
    }

    @Test
    void saysWhatMadeTheOtherLines() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(line("VISIT", "PaymentCaptured").causeWords()).isEqualTo("Payment received");
        assertThat(line("VISIT", "PaymentCaptured").categoryWords()).isEqualTo("Single visits");
        assertThat(line("PREPAID", "PrepaidSold").causeWords()).isEqualTo("Gift card or credit sold");
    }

    private static Statement.Line line(String category, String event) {
        Statement.Cause cause = new Statement.Cause("booking." + event + ".v1", "pay_1", 1, Instant.EPOCH, null, null);
        return new Statement.Line("royalty:1", "ROYALTY", AMOUNT, AMOUNT, 1, DAY, category, DAY, cause, null);
    }
}
