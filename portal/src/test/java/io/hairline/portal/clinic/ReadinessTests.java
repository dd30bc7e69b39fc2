package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class ReadinessTests {

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The clinic is closed then",
        "de, Die Klinik ist dann geschlossen",
        "es, La clínica está cerrada a esa hora",
        "fr, La clinique est fermée à ce moment"
    })
    void saysAConflictInTheReadersLanguage(String language, String words) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(step("CLINIC_CLOSED").reasonWords()).isEqualTo(words);
    }

    @Test
    void namesTheStepsThatKeepItRed() {
        Readiness red = new Readiness(
                "RED",
                List.of(
                        step("CLINIC_CLOSED"),
                        new Readiness.Step("CONSENT", "DONE", "CLIENT", "…", false, null, null)));

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(red.isRed()).isTrue();
        assertThat(red.missing()).isEqualTo(step("CLINIC_CLOSED").name());
        assertThat(new Readiness("AMBER", List.of()).isRed()).isFalse();
    }

    private static Readiness.Step step(String reasonCode) {
        return new Readiness.Step("DIARY", "BLOCKED", "FRONT_DESK", "…", false, null, reasonCode);
    }
}
