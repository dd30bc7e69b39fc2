package io.hairline.portal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class TextsTests {

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({"en-GB", "en-US", "de-DE", "es-ES", "fr-FR"})
    void nameTheYearWithEveryDate(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        LocalDate day = LocalDate.of(2026, 11, 30);

        assertThat(Texts.day(day)).contains("2026");
        assertThat(Texts.shortDay(day)).contains("2026");
        assertThat(Texts.date(day)).contains("2026");
    }

    @ParameterizedTest
    @CsvSource({"1, 1er décembre 2026", "2, 2 décembre 2026", "11, 11 décembre 2026", "21, 21 décembre 2026"})
    void writeTheFirstOfAMonthAsTheFrenchDo(int day, String words) {
        LocaleContextHolder.setLocale(Locale.FRANCE);
        LocalDate date = LocalDate.of(2026, 12, day);

        assertThat(Texts.day(date)).endsWith(" " + words);
        assertThat(Texts.date(date)).startsWith(words.split(" ", -1)[0] + " déc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-GB|€1,280.00", "de-DE|1.280,00 €", "fr-FR|1 280,00 €"})
    void writeMoneyInTheReadersManner(String language, String words) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(Texts.money(new BigDecimal("1280"), "EUR").replaceAll("[\\u00a0\\u202f]", " "))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-GB|0.750|0.75", "de-DE|0.750|0,75", "fr-FR|12.00|12"})
    void writeMeasuresExactlyInTheReadersManner(String language, String number, String words) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(Texts.exactNumber(new BigDecimal(number))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"JPY,0", "KWD,3", "USD,2"})
    void giveMoneyTheDigitsOfItsCurrency(String currency, int digits) {
        LocaleContextHolder.setLocale(Locale.UK);

        assertThat(Texts.money(new BigDecimal("5"), currency).replaceAll("^[^.]*\\.?", ""))
                .hasSize(digits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1|1 client can be registered, no line has errors.",
                "en|1200|1,200 clients can be registered, no line has errors.",
                "de|1|1 Kunde kann eingetragen werden, keine Zeile hat Fehler.",
                "de|1200|1.200 Kunden können eingetragen werden, keine Zeile hat Fehler.",
                "es|1|Se puede registrar 1 cliente, ninguna línea tiene errores.",
                "es|2|Se pueden registrar 2 clientes, ninguna línea tiene errores.",
                "fr|1|1 client peut être enregistré, aucune ligne ne comporte d’erreur.",
                "fr|2|2 clients peuvent être enregistrés, aucune ligne ne comporte d’erreur."
            })
    void countInTheReadersLanguage(String language, int count, String words) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(Texts.text("import.accepted", count, 0)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"de,Speichern", "es,Guardar", "fr,Enregistrer", "it,Save"})
    void fallBackToEnglish(String language, String word) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(Texts.text("save")).isEqualTo(word);
    }
}
