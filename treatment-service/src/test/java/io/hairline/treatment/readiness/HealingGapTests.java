package io.hairline.treatment.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealingGapTests {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 20);

    @ParameterizedTest
    @CsvSource({"0,BLOCKED", "6,BLOCKED", "7,BLOCKED", "9,BLOCKED", "10,DONE", "30,DONE", "31,WARNING"})
    void countsLocalDays(int days, StepState state) {
        assertThat(HealingGap.judge(HealingRule.DEFAULT, LAST, LAST.plusDays(days), true)
                        .state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "6,false", "7,true", "9,true", "10,false", "31,false"})
    void canBeOverriddenFromTheFloorToTheMinimum(int days, boolean overridable) {
        assertThat(HealingGap.judge(HealingRule.DEFAULT, LAST, LAST.plusDays(days), true)
                        .overridable())
                .isEqualTo(overridable);
    }

    @Test
    void takesItsNumbersFromHeadOffice() {
        HealingRule longer = new HealingRule(14, 21, 28, 60);

        assertThat(HealingGap.judge(longer, LAST, LAST.plusDays(13), true).overridable())
                .isFalse();
        assertThat(HealingGap.judge(longer, LAST, LAST.plusDays(20), true).overridable())
                .isTrue();
        assertThat(HealingGap.judge(longer, LAST, LAST.plusDays(21), true).state())
                .isEqualTo(StepState.DONE);
    }

    @Test
    void namesTheFirstDayThatIsFree() {
        ReadinessStep tooEarly = HealingGap.judge(HealingRule.DEFAULT, LAST, LAST.plusDays(1), true);

        assertThat(tooEarly.possibleFrom()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(tooEarly.detail()).contains("1 day before", "2026-10-30");
    }

    @Test
    void doesNotMindYearsBetweenCourses() {
        assertThat(HealingGap.judge(HealingRule.DEFAULT, LAST, LAST.plusYears(4), false)
                        .state())
                .isEqualTo(StepState.DONE);
        assertThat(HealingGap.judge(HealingRule.DEFAULT, null, LAST, false).state())
                .isEqualTo(StepState.DONE);
    }

    @Test
    void showsTheWorstOfAllSteps() {
        ReadinessStep done = ReadinessStep.of(StepCode.LOT, StepState.DONE, "");
        ReadinessStep warning = ReadinessStep.of(StepCode.PLAN, StepState.WARNING, "");
        ReadinessStep missing = ReadinessStep.of(StepCode.CONSENT, StepState.MISSING, "");

        assertThat(ReadinessLevel.of(List.of(done))).isEqualTo(ReadinessLevel.GREEN);
        assertThat(ReadinessLevel.of(List.of(done, warning))).isEqualTo(ReadinessLevel.AMBER);
        assertThat(ReadinessLevel.of(List.of(missing, warning))).isEqualTo(ReadinessLevel.RED);
        assertThat(Readiness.of(List.of(warning)).mayStart()).isTrue();
        assertThat(Readiness.of(List.of(warning, missing)).mayStart()).isFalse();
    }
}
