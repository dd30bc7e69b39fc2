package io.hairline.treatment.touchup.forecast;

import static io.hairline.treatment.touchup.forecast.FadeReason.LIGHT_SKIN;
import static io.hairline.treatment.touchup.forecast.FadeReason.OILY_SKIN;
import static io.hairline.treatment.touchup.forecast.FadeReason.OUTDOOR_WORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.treatment.touchup.WorkDone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastTests {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    @Test
    void isFourYearsForSkinThatKeepsItsColour() {
        assertThat(Forecast.after(LAST, Set.of(), DefaultForecast.SETTINGS))
                .isEqualTo(
                        new Forecast(LocalDate.of(2029, 9, 30), LocalDate.of(2030, 3, 31), LocalDate.of(2030, 9, 30)));
    }

    @Test
    void isSoonerByAYearForLightSkin() {
        assertThat(due(EnumSet.of(LIGHT_SKIN))).isEqualTo(LocalDate.of(2029, 3, 31));
    }

    @ParameterizedTest
    @EnumSource(names = {"OILY_SKIN", "OUTDOOR_WORK"})
    void isSoonerByHalfAYearForEachOtherReason(FadeReason reason) {
        assertThat(due(EnumSet.of(reason))).isEqualTo(LocalDate.of(2029, 9, 30));
    }

    @Test
    void addsReasonsUpToTheSoonestThereIs() {
        assertThat(due(EnumSet.of(OILY_SKIN, OUTDOOR_WORK))).isEqualTo(LocalDate.of(2029, 3, 31));
        assertThat(due(EnumSet.allOf(FadeReason.class))).isEqualTo(LAST.plusMonths(24));
    }

    @Test
    void isSoonerForALightMixAndFewSessionsAndLaterOverEarlierWork() {
        ForecastSettings settings = DefaultForecast.SETTINGS;

        assertThat(new WorkDone(new BigDecimal("20"), 3, null).reasons(LAST, settings))
                .containsExactly(FadeReason.LIGHT_DILUTION);
        assertThat(new WorkDone(new BigDecimal("19.99"), 1, LAST.minusMonths(35)).reasons(LAST, settings))
                .containsExactly(FadeReason.FEW_SESSIONS);
        assertThat(new WorkDone(null, null, LAST.minusMonths(36)).reasons(LAST, settings))
                .containsExactly(FadeReason.REFRESHED_WORK);
        assertThat(due(EnumSet.of(FadeReason.LIGHT_DILUTION))).isEqualTo(LocalDate.of(2029, 9, 30));
        assertThat(due(EnumSet.of(FadeReason.REFRESHED_WORK))).isEqualTo(LocalDate.of(2030, 9, 30));
    }

    @Test
    void readsTheShareThatHasStayed() {
        ForecastSettings settings = DefaultForecast.SETTINGS;

        assertThat(settings.ofRetention(59)).containsExactly(FadeReason.LOW_RETENTION);
        assertThat(settings.ofRetention(60)).isEmpty();
        assertThat(settings.ofRetention(85)).containsExactly(FadeReason.HIGH_RETENTION);
        assertThat(due(EnumSet.of(FadeReason.LOW_RETENTION))).isEqualTo(LocalDate.of(2029, 3, 31));
    }

    @Test
    void neverLeavesItsRangeWhateverTheReasons() {
        for (int mask = 0; mask < 1 << FadeReason.values().length; mask++) {
            Set<FadeReason> some = EnumSet.noneOf(FadeReason.class);
            for (FadeReason it : FadeReason.values()) {
                if ((mask & (1 << it.ordinal())) != 0) {
                    some.add(it);
                }
            }
            assertThat(due(some)).isBetween(LAST.plusMonths(24), LAST.plusMonths(72));
        }
    }

    @Test
    void countsMonthsFromTheLastSessionAlone() {
        Forecast leap = Forecast.after(LocalDate.of(2024, 2, 29), Set.of(), DefaultForecast.SETTINGS);

        assertThat(leap.due()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(leap.from()).isEqualTo(LocalDate.of(2027, 8, 29));
    }

    private static LocalDate due(Set<FadeReason> reasons) {
        return Forecast.after(LAST, reasons, DefaultForecast.SETTINGS).due();
    }
}
