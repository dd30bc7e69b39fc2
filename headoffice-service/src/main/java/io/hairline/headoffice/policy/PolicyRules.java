package io.hairline.headoffice.policy;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.kit.Refusal;
import java.util.List;

/** What must hold between a policy's numbers; each refusal names the number that doesn't fit the one before it. */
final class PolicyRules {

    private static final long MINUTES_A_DAY = 24 * 60;
    private static final int HOURS_A_DAY = 24;

    private PolicyRules() {}

    static void check(BookingPolicy it) {
        require(
                it.leadTimeMinutes() < it.horizonDays() * MINUTES_A_DAY,
                "leadTimeMinutes",
                "must be shorter than horizonDays, else nothing can be booked");
        checkTiers(it.cancellation(), it.horizonDays() * HOURS_A_DAY);
        if (it.healing() != null) {
            checkHealing(it.healing());
        }
    }

    private static void checkTiers(List<CancellationTier> tiers, int horizonHours) {
        require(!tiers.isEmpty(), "cancellation", "needs at least the tier of 0 hours");
        require(
                tiers.getFirst().noticeHours() <= horizonHours,
                "cancellation[0].noticeHours",
                "must be within horizonDays, else nobody can give that notice");
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
        require(it.floorDays() <= it.minDays(), "healing.minDays", "must not be less than floorDays");
        require(it.minDays() <= it.idealUntilDays(), "healing.idealUntilDays", "must not be less than minDays");
        require(
                it.idealUntilDays() <= it.warnAfterDays(),
                "healing.warnAfterDays",
                "must not be less than idealUntilDays");
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw Refusal.input(field, rule);
        }
    }
}
