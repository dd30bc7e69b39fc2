package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyWordsTests {

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void nameEachNumberOfAGroup() {
        assertThat(PolicyWords.words("stock", json("{\"lowBelowPercent\": 20, \"expiryWarningDays\": 30}")))
                .isEqualTo("Stock is low below, % of what was received: 20; Warn before a lot’s last day, days: 30");
        assertThat(PolicyWords.words(
                        "deposit", json("{\"percent\": 20, \"minimum\": \"50\", \"payWithinHours\": null}")))
                .isEqualTo("Deposit, % of the price: 20; Deposit, at least: 50");
    }

    @Test
    void saySinglesStepsAndRulesAsBefore() {
        assertThat(PolicyWords.words("holdMinutes", json("15"))).isEqualTo("15");
        assertThat(PolicyWords.words("leadTimeInOpenHours", json("true"))).isEqualTo("Yes");
        assertThat(PolicyWords.words("cancellation", json("[{\"noticeHours\": 48, \"refundPercent\": 100}]")))
                .contains("48", "100");
        assertThat(PolicyWords.words(
                        "contraindications", json("[{\"code\": \"BOTOX\", \"effect\": \"WAIT\", \"waitDays\": 14}]")))
                .contains("wait 14 days");
        assertThat(PolicyWords.words("horizonDays", json("null"))).isEqualTo("–");
    }

    @Test
    void sumUpWhatAVersionSetsAndLocks() {
        assertThat(PolicyWords.summary(json(
                        "{\"values\": {\"holdMinutes\": 15, \"stock\": {\"lowBelowPercent\": 20}, \"healing\": null},"
                                + " \"locked\": [\"stock\"]}")))
                .contains("Minutes that a chosen time is kept 15", "Stock is low below, % of what was received: 20")
                .doesNotContain("Healing", " / ");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
