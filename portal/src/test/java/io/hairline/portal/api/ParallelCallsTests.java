package io.hairline.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class ParallelCallsTests {

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** Who is logged in, and so their language, is known on the request's own thread alone. */
    @Test
    void askInTheLanguageThatTheRequestsOwnThreadFinds() {
        Thread own = Thread.currentThread();
        LocaleContextHolder.setLocaleContext(() -> Thread.currentThread().equals(own) ? Locale.GERMAN : Locale.ENGLISH);

        assertThat(ParallelCalls.begin(LocaleContextHolder::getLocale).get()).isEqualTo(Locale.GERMAN);
    }
}
