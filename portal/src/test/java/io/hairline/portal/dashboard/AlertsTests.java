package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.json.JsonMapper;

class AlertsTests {

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writeNumbersAsTheReadersLanguageDoes() {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(words("6.925", "count")).isEqualTo("6,925");
        assertThat(words("\"1200.0\"", "")).isEqualTo("1.200");
    }

    @Test
    void sayInWhatANumberIsCounted() {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(words("6.925", "percent")).matches("6,925\\h%");
        assertThat(words("90", "minutes")).matches("90\\hMin\\.");
        assertThat(words("12.5", "days")).isEqualTo("12,5 Tage");
        assertThat(words("3.25", "per 1000")).isEqualTo("3,25 je 1.000");
    }

    private static String words(String number, String unit) {
        return Alerts.words(JsonMapper.shared().readTree(number), unit);
    }
}
