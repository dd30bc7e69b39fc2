package io.hairline.treatment.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealingGapTests {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 20);

    @ParameterizedTest
    @CsvSource({"0,BLOCKED", "6,BLOCKED", "7,WARNING", "9,WARNING", "10,DONE", "30,DONE", "31,WARNING"})
    void countsLocalDays(int days, StepState state) {
        assertThat(HealingGap.judge(LAST, LAST.plusDays(days), true).state()).isEqualTo(state);
    }

    @Test
    void namesTheFirstDayThatIsFree() {
        assertThat(HealingGap.judge(LAST, LAST.plusDays(3), true).detail()).contains("2026-10-27");
    }

    @Test
    void doesNotMindYearsBetweenCourses() {
        assertThat(HealingGap.judge(LAST, LAST.plusYears(4), false).state()).isEqualTo(StepState.DONE);
        assertThat(HealingGap.judge(null, LAST, false).state()).isEqualTo(StepState.DONE);
    }

    @Test
    void showsTheWorstOfAllSteps() {
        Step done = Step.of(StepCode.LOT, StepState.DONE, "");
        Step warning = Step.of(StepCode.PLAN, StepState.WARNING, "");
        Step missing = Step.of(StepCode.CONSENT, StepState.MISSING, "");

        assertThat(Light.of(List.of(done))).isEqualTo(Light.GREEN);
        assertThat(Light.of(List.of(done, warning))).isEqualTo(Light.AMBER);
        assertThat(Light.of(List.of(missing, warning))).isEqualTo(Light.RED);
        assertThat(Readiness.of(List.of(warning)).mayStart()).isTrue();
        assertThat(Readiness.of(List.of(warning, missing)).mayStart()).isFalse();
    }
}
