package io.hairline.treatment.touchup.forecast;

import static io.hairline.treatment.touchup.forecast.FadeReason.LIGHT_SKIN;
import static io.hairline.treatment.touchup.forecast.FadeReason.OILY_SKIN;
import static io.hairline.treatment.touchup.forecast.FadeReason.OUTDOOR_WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.headoffice.TouchUpRule;
import io.hairline.treatment.touchup.WorkDone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ForecastTests {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    @Test
    void isFourYearsForSkinThatKeepsItsColour() {
        assertThat(Forecast.after(LAST, Set.of(), TouchUpRule.DEFAULT, DefaultForecast.SETTINGS))
                .isEqualTo(
                        new Forecast(LocalDate.of(2029, 9, 30), LocalDate.of(2030, 3, 31), LocalDate.of(2030, 9, 30)));
    }

    @Test
    void isSoonerByAYearForLightSkin() {
        assertThat(due(EnumSet.of(LIGHT_SKIN))).isEqualTo(LocalDate.of(2029, 3, 31));
    }

    @Test
    void countsByTheRuleOfThePolicy() {
        TouchUpRule rule = new TouchUpRule(40, 10, 4, 3, 30, 42, 2, 12, 20);

        assertThat(Forecast.after(LAST, Set.of(), rule, DefaultForecast.SETTINGS))
                .isEqualTo(new Forecast(LAST.plusMonths(38), LAST.plusMonths(40), LAST.plusMonths(42)));
        assertThat(months(EnumSet.of(OILY_SKIN, OUTDOOR_WORK), rule)).isEqualTo(33);
        assertThat(months(EnumSet.of(LIGHT_SKIN, OILY_SKIN), rule)).isEqualTo(30);
        assertThat(months(EnumSet.of(FadeReason.REFRESHED_WORK), rule)).isEqualTo(42);
        assertThat(Forecast.ofTemporary(LAST, rule))
                .isEqualTo(new Forecast(LAST.plusMonths(12), LAST.plusMonths(12), LAST.plusMonths(20)));
    }

    private static int months(Set<FadeReason> reasons, TouchUpRule rule) {
        return DefaultForecast.SETTINGS.monthsFor(reasons, rule);
    }

    @Test
    void refusesSettingsThatArePartOfThePolicyNow() {
        assertThatThrownBy(() -> bind("usual-months", "36"))
                .hasRootCauseMessage("The elements [hairline.treatment.touch-up.usual-months] were left unbound.");
        assertThatThrownBy(() -> bind("months.light-skin", "-3")).rootCause().hasMessageContaining("policy");
        assertThatCode(() -> bind("months.light-dilution", "-3")).doesNotThrowAnyException();
    }

    private static void bind(String name, String value) {
        new Binder(new MapConfigurationPropertySource(Map.of("hairline.treatment.touch-up." + name, value)))
                .bind(
                        "hairline.treatment.touch-up",
                        Bindable.of(ForecastSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
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
        Forecast leap =
                Forecast.after(LocalDate.of(2024, 2, 29), Set.of(), TouchUpRule.DEFAULT, DefaultForecast.SETTINGS);

        assertThat(leap.due()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(leap.from()).isEqualTo(LocalDate.of(2027, 8, 29));
    }

    private static LocalDate due(Set<FadeReason> reasons) {
        return Forecast.after(LAST, reasons, TouchUpRule.DEFAULT, DefaultForecast.SETTINGS)
                .due();
    }
}
