package io.hairline.booking.diary;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealingTests {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

    private static void check(boolean overridden, long... daysLater) {
        List<LocalDate> days =
                LongStream.of(daysLater).mapToObj(FIRST::plusDays).toList();
        Healing.check(HealingRule.DEFAULT, days, overridden);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "6, true", "6, false", "7, false", "9, false"})
    void refusesTooFewDays(long gap, boolean overridden) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check(overridden, 0, gap))
                .withMessageContaining(FIRST.plusDays(gap).toString());
    }

    @ParameterizedTest
    @CsvSource({"7, true", "9, true", "10, false", "14, false", "31, false"})
    void letsTheRestBe(long gap, boolean overridden) {
        assertThatCode(() -> check(overridden, 0, gap)).doesNotThrowAnyException();
    }

    @Test
    void looksAtNeighboursInTimeWhateverTheOrder() {
        assertThatCode(() -> check(false, 24, 0, 12)).doesNotThrowAnyException();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> check(false, 24, 0, 18));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasNothingToSayAboutOneDay(boolean overridden) {
        assertThatCode(() -> check(overridden, 0)).doesNotThrowAnyException();
    }
}
