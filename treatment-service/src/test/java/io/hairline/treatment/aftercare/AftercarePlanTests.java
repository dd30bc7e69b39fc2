package io.hairline.treatment.aftercare;

import static io.hairline.treatment.aftercare.AftercareRule.DONT_SHAVE;
import static io.hairline.treatment.aftercare.AftercareRule.DONT_STYLE;
import static io.hairline.treatment.aftercare.AftercareRule.KEEP_DRY;
import static io.hairline.treatment.aftercare.AftercareRule.MOISTURISE;
import static io.hairline.treatment.aftercare.AftercareRule.MOISTURISE_RICHLY;
import static io.hairline.treatment.aftercare.AftercareRule.MOISTURISE_WITHOUT_OIL;
import static io.hairline.treatment.aftercare.AftercareRule.NO_POOL;
import static io.hairline.treatment.aftercare.AftercareRule.NO_SUN;
import static io.hairline.treatment.aftercare.AftercareRule.SUN_PROTECTION_30;
import static io.hairline.treatment.aftercare.AftercareRule.SUN_PROTECTION_50;
import static io.hairline.treatment.aftercare.AftercareRule.WASH_MILDLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.treatment.aftercare.AftercarePlan.Step;
import io.hairline.treatment.consultation.SkinCare;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AftercarePlanTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void keepsTheScalpDryForFourDays() {
        assertThat(until(KEEP_DRY, plan("SESSION_1"))).isEqualTo(DAY.plusDays(4));
    }

    @Test
    void asksNobodyNotToShaveWhoseHairStays() {
        assertThat(rules(plan("SESSION_1"))).contains(DONT_SHAVE).doesNotContain(DONT_STYLE);
        assertThat(rules(plan("TOUCH_UP"))).contains(DONT_SHAVE);
        assertThat(rules(plan("DENSITY"))).contains(DONT_STYLE).doesNotContain(DONT_SHAVE);
    }

    @Test
    void keepsScarsAndSkinThatBurnsOutOfTheSunForLonger() {
        assertThat(until(NO_SUN, plan("SESSION_1"))).isEqualTo(DAY.plusDays(28));
        assertThat(until(NO_SUN, plan("SCAR"))).isEqualTo(DAY.plusDays(30));
        assertThat(until(NO_SUN, plan("SESSION_1", SkinCare.SUN_SENSITIVE))).isEqualTo(DAY.plusDays(30));
    }

    @Test
    void holdsAsLongAsThePolicySays() {
        List<Step> plan = AftercarePlan.of("SCAR", Set.of(), new AftercareDays(3, 6, 9, 14, 35, 42), DAY);

        assertThat(until(KEEP_DRY, plan)).isEqualTo(DAY.plusDays(3));
        assertThat(plan).contains(new Step(WASH_MILDLY, DAY.plusDays(6), DAY.plusDays(9)));
        assertThat(until(DONT_SHAVE, plan)).isEqualTo(DAY.plusDays(14));
        assertThat(until(NO_POOL, plan)).isEqualTo(DAY.plusDays(35));
        assertThat(plan.getLast()).isEqualTo(new Step(SUN_PROTECTION_30, DAY.plusDays(43), null));
    }

    @Test
    void endsWithTheSunProtectionThatStays() {
        Step usual = plan("SESSION_1").getLast();
        Step burning = plan("SESSION_1", SkinCare.SUN_SENSITIVE).getLast();

        assertThat(usual).isEqualTo(new Step(SUN_PROTECTION_30, DAY.plusDays(29), null));
        assertThat(burning).isEqualTo(new Step(SUN_PROTECTION_50, DAY.plusDays(31), null));
    }

    @Test
    void moisturisesAsTheSkinNeedsIt() {
        assertThat(rules(plan("SESSION_1"))).contains(MOISTURISE);
        assertThat(rules(plan("SESSION_1", SkinCare.OILY)))
                .contains(MOISTURISE_WITHOUT_OIL)
                .doesNotContain(MOISTURISE);
        assertThat(rules(plan("SESSION_1", SkinCare.DRY)))
                .contains(MOISTURISE_RICHLY)
                .doesNotContain(MOISTURISE);
    }

    private static List<Step> plan(String service, SkinCare... skin) {
        return AftercarePlan.of(service, Set.of(skin), AftercareDays.DEFAULT, DAY);
    }

    private static List<AftercareRule> rules(List<Step> plan) {
        return plan.stream().map(Step::rule).toList();
    }

    private static LocalDate until(AftercareRule rule, List<Step> plan) {
        return plan.stream()
                .filter(it -> it.rule() == rule)
                .map(Step::until)
                .findFirst()
                .orElseThrow();
    }
}
