package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.dashboard.MessageHistoryController.Because;
import io.hairline.portal.dashboard.MessageHistoryController.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class MessageHistoryTests {

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysInTheReadersLanguageAndTheClinicsTimeWhatBecameOfAMessage() {
        LocaleContextHolder.setLocale(Locale.GERMANY);
        Instant planned = Instant.parse("2026-11-30T08:30:00Z");

        List<Step> steps = MessageHistoryController.steps(
                List.of(
                        new Because(planned, "REMINDER_24_HOURS"),
                        new Because(planned.plusSeconds(60), "SMTP_550"),
                        new Because(planned.plusSeconds(120), "INTERRUPTED")),
                ZoneId.of("Europe/Berlin"));

        assertThat(steps)
                .extracting(Step::what)
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("Geplant: ").doesNotContain("Reminder"),
                        it -> assertThat(it).isEqualTo("der Mailserver hat es nicht angenommen"),
                        it -> assertThat(it).isEqualTo("das Senden brach ab; ob es ankam, ist nicht bekannt"));
        assertThat(steps.getFirst().when()).contains("09:30");
    }
}
