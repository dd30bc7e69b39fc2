package io.hairline.headoffice.policy;

import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.TouchUpRule;
import io.hairline.kit.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between a policy's numbers; each refusal names the number that doesn't fit the one before it. */
final class PolicyRules {

    /** Between which fields of the policy a rule doesn't hold, where it is between two. */
    static final String FIELDS = "fields";

    private static final long MINUTES_A_DAY = 24 * 60;
    private static final int HOURS_A_DAY = 24;

    private PolicyRules() {}

    static void check(BookingPolicy it) {
        require(
                it.leadTimeMinutes() < it.horizonDays() * MINUTES_A_DAY,
                List.of(PolicyField.LEAD_TIME, PolicyField.HORIZON),
                "leadTimeMinutes",
                "must be shorter than horizonDays, else nothing can be booked");
        checkGroups(PolicyValues.of(it));
        require(
                it.cancellation().getFirst().noticeHours() <= it.horizonDays() * HOURS_A_DAY,
                List.of(PolicyField.CANCELLATION, PolicyField.HORIZON),
                "cancellation[0].noticeHours",
                "must be within horizonDays, else nobody can give that notice");
    }

    /** What a layer sets, whatever the layers above and below it say. */
    static void checkOwn(PolicyValues it) {
        checkContraindications(it.contraindications());
        checkGroups(it);
    }

    private static void checkGroups(PolicyValues it) {
        if (it.cancellation() != null) {
            checkTiers(it.cancellation());
        }
        if (it.healing() != null) {
            checkHealing(it.healing());
        }
        if (it.touchUp() != null) {
            checkTouchUp(it.touchUp());
        }
        if (it.aftercare() != null) {
            checkAftercare(it.aftercare());
        }
    }

    /** Each for another question, with days where it waits and nowhere else. */
    private static void checkContraindications(@Nullable List<ContraindicationRule> rules) {
        Set<String> codes = new HashSet<>();
        List<ContraindicationRule> all = rules == null ? List.of() : rules;
        for (int i = 0; i < all.size(); i++) {
            ContraindicationRule it = all.get(i);
            String field = "values.contraindications[" + i + "].";
            require(
                    Contraindications.isKnown(it.code()),
                    field + "code",
                    "must be the code of a question with a rule, such as KELOIDS");
            require(codes.add(it.code()), field + "code", "must not come twice");
            require(
                    (it.effect() == ContraindicationEffect.WAIT) == (it.waitDays() != null),
                    field + "waitDays",
                    "must be given for WAIT, and for nothing else");
        }
    }

    private static void checkTiers(List<CancellationTier> tiers) {
        require(!tiers.isEmpty(), "cancellation", "needs at least the tier of 0 hours");
        for (int i = 1; i < tiers.size(); i++) {
            CancellationTier longer = tiers.get(i - 1);
            CancellationTier shorter = tiers.get(i);
            require(
                    shorter.noticeHours() < longer.noticeHours(),
                    "cancellation[" + i + "].noticeHours",
                    "must be less than in the tier before it");
            require(
                    shorter.refundPercent() <= longer.refundPercent(),
                    "cancellation[" + i + "].refundPercent",
                    "must not be more than for the longer notice before it");
        }
        require(
                tiers.getLast().noticeHours() == 0,
                "cancellation[" + (tiers.size() - 1) + "].noticeHours",
                "must be 0 in the last tier");
    }

    private static void checkHealing(HealingRule it) {
        require(it.floorDays() <= it.minDays(), "healing.minDays", "must not be less than healing.floorDays");
        require(it.minDays() <= it.idealUntilDays(), "healing.idealUntilDays", "must not be less than healing.minDays");
        require(
                it.idealUntilDays() <= it.warnAfterDays(),
                "healing.warnAfterDays",
                "must not be less than healing.idealUntilDays");
    }

    private static void checkTouchUp(TouchUpRule it) {
        require(
                it.soonestMonths() <= it.dueMonths(),
                "touchUp.dueMonths",
                "must not be less than touchUp.soonestMonths");
        require(it.dueMonths() <= it.latestMonths(), "touchUp.latestMonths", "must not be less than touchUp.dueMonths");
        require(
                it.windowMonths() < it.soonestMonths(),
                "touchUp.windowMonths",
                "must be less than touchUp.soonestMonths, else the window opens before the session");
        require(
                it.fadeCheckMonths() <= it.fadedMonths(),
                "touchUp.fadedMonths",
                "must not be less than touchUp.fadeCheckMonths");
    }

    private static void checkAftercare(AftercareDays it) {
        require(it.dryDays() <= it.washFromDay(), "aftercare.washFromDay", "must not be less than aftercare.dryDays");
        require(
                it.washFromDay() <= it.mildWashDays(),
                "aftercare.mildWashDays",
                "must not be less than aftercare.washFromDay");
        require(it.washFromDay() < it.scabDays(), "aftercare.scabDays", "must be more than aftercare.washFromDay");
        require(
                it.scabDays() < it.poolAndSunDays(),
                "aftercare.poolAndSunDays",
                "must be more than aftercare.scabDays");
        require(
                it.poolAndSunDays() <= it.longSunDays(),
                "aftercare.longSunDays",
                "must not be less than aftercare.poolAndSunDays");
    }

    /** What may come from different layers, so that both fields are named. */
    private static void require(boolean holds, List<PolicyField> between, String field, String rule) {
        if (!holds) {
            throw Refusal.input(field, rule)
                    .with(FIELDS, between.stream().map(PolicyField::fieldName).toList());
        }
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw Refusal.input(field, rule);
        }
    }
}
