package io.hairline.treatment.aftercare;

import static io.hairline.treatment.aftercare.AftercareRule.DONT_SHAVE;
import static io.hairline.treatment.aftercare.AftercareRule.DONT_STYLE;
import static io.hairline.treatment.aftercare.AftercareRule.DONT_SWEAT;
import static io.hairline.treatment.aftercare.AftercareRule.DONT_TOUCH;
import static io.hairline.treatment.aftercare.AftercareRule.KEEP_DRY;
import static io.hairline.treatment.aftercare.AftercareRule.MOISTURISE;
import static io.hairline.treatment.aftercare.AftercareRule.MOISTURISE_RICHLY;
import static io.hairline.treatment.aftercare.AftercareRule.MOISTURISE_WITHOUT_OIL;
import static io.hairline.treatment.aftercare.AftercareRule.NO_POOL;
import static io.hairline.treatment.aftercare.AftercareRule.NO_SUN;
import static io.hairline.treatment.aftercare.AftercareRule.RINSE_WITH_WATER;
import static io.hairline.treatment.aftercare.AftercareRule.SUN_PROTECTION_30;
import static io.hairline.treatment.aftercare.AftercareRule.SUN_PROTECTION_50;
import static io.hairline.treatment.aftercare.AftercareRule.WASH_MILDLY;

import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.treatment.consultation.SkinCare;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The weeks after a session by day, for what was done, on which skin and by which policy. */
final class AftercarePlan {

    private static final String SCAR = "SCAR";
    private static final String DENSITY = "DENSITY";

    private AftercarePlan() {}

    /**
     * One rule and its local days.
     *
     * @param until the last day; absent for a rule that stays
     */
    record Step(
            AftercareRule rule, LocalDate from, @Nullable LocalDate until) {}

    /**
     * All of it, in the order in which it begins.
     *
     * @param days how long the rules hold
     * @param treatedOn the clinic's local day of the session
     */
    static List<Step> of(String serviceCode, Set<SkinCare> skin, AftercareDays days, LocalDate treatedOn) {
        boolean burns = skin.contains(SkinCare.SUN_SENSITIVE);
        int sunDays = burns || serviceCode.equals(SCAR) ? days.longSunDays() : days.poolAndSunDays();
        int scabDays = days.scabDays();
        return List.of(
                step(KEEP_DRY, treatedOn, 0, days.dryDays()),
                step(DONT_TOUCH, treatedOn, 0, scabDays),
                step(DONT_SWEAT, treatedOn, 0, scabDays),
                step(serviceCode.equals(DENSITY) ? DONT_STYLE : DONT_SHAVE, treatedOn, 0, scabDays),
                step(NO_POOL, treatedOn, 0, days.poolAndSunDays()),
                step(NO_SUN, treatedOn, 0, sunDays),
                step(RINSE_WITH_WATER, treatedOn, days.dryDays(), days.washFromDay()),
                step(WASH_MILDLY, treatedOn, days.washFromDay(), days.mildWashDays()),
                step(moisturiser(skin), treatedOn, days.washFromDay(), days.poolAndSunDays()),
                new Step(burns ? SUN_PROTECTION_50 : SUN_PROTECTION_30, treatedOn.plusDays(sunDays + 1L), null));
    }

    private static AftercareRule moisturiser(Set<SkinCare> skin) {
        if (skin.contains(SkinCare.OILY)) {
            return MOISTURISE_WITHOUT_OIL;
        }
        return skin.contains(SkinCare.DRY) ? MOISTURISE_RICHLY : MOISTURISE;
    }

    private static Step step(AftercareRule rule, LocalDate treatedOn, int from, int until) {
        return new Step(rule, treatedOn.plusDays(from), treatedOn.plusDays(until));
    }
}
