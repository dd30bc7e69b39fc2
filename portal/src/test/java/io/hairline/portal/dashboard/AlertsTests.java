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

        assertThat(Alerts.number(JsonMapper.shared().readTree("6.925"))).isEqualTo("6,925");
        assertThat(Alerts.number(JsonMapper.shared().readTree("\"1200.0\""))).isEqualTo("1.200");
    }
}
