package io.hairline.treatment.touchup.forecast;

import static io.hairline.treatment.touchup.forecast.FadeReason.LIGHT_SKIN;
import static io.hairline.treatment.touchup.forecast.FadeReason.OILY_SKIN;
import static io.hairline.treatment.touchup.forecast.FadeReason.OUTDOOR_WORK;
import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Forecast.after(LAST, Set.of()))
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
    void countsMonthsFromTheLastSessionAlone() {
        Forecast leap = Forecast.after(LocalDate.of(2024, 2, 29), Set.of());

        assertThat(leap.due()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(leap.from()).isEqualTo(LocalDate.of(2027, 8, 29));
    }

    private static LocalDate due(Set<FadeReason> reasons) {
        return Forecast.after(LAST, reasons).due();
    }
}
