package io.hairline.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class ParallelCallsTests {

    private final CountDownLatch both = new CountDownLatch(2);

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void runAtTheSameTimeInTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.FRENCH);

        Supplier<Locale> one = ParallelCalls.begin(this::meetTheOther);
        Supplier<Locale> other = ParallelCalls.begin(this::meetTheOther);

        assertThat(List.of(one.get(), other.get())).containsOnly(Locale.FRENCH);
    }

    private Locale meetTheOther() {
        both.countDown();
        try {
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return LocaleContextHolder.getLocale();
    }

    @Test
    void keepTheOrderOfWhatWasAsked() {
        assertThat(ParallelCalls.each(List.of(1, 2, 3), it -> it * 10)).containsExactly(10, 20, 30);
    }

    @Test
    void throwWhatWasThrownOnceTheAnswerIsWanted() {
        Supplier<String> asked = ParallelCalls.begin(() -> {
            throw ApiProblem.away("Booking");
        });

        assertThatThrownBy(asked::get).isInstanceOf(ApiProblem.class);
    }
}
