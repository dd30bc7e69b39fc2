package io.hairline.booking.diary;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How long the scalp must heal between the sessions of a course. */
public final class Healing {

    private static final Set<String> UNTOUCHED = Set.of("CONSULTATION", "PATCH_TEST");

    private Healing() {}

    public static HealingRule rule(BookingPolicy policy) {
        return Objects.requireNonNullElse(policy.healing(), HealingRule.DEFAULT);
    }

    /**
     * Refuses days that lie too close together.
     *
     * @param days local days of the sessions, in any order
     * @param overridden whether a clinic manager has given a reason for fewer days than usual
     */
    public static void check(HealingRule rule, List<LocalDate> days, boolean overridden) {
        List<LocalDate> inOrder = days.stream().sorted().toList();
        for (int index = 1; index < inOrder.size(); index++) {
            long gap = ChronoUnit.DAYS.between(inOrder.get(index - 1), inOrder.get(index));
            if (gap < rule.floorDays()) {
                throw refusal("Between two sessions at least %d days must pass; %s and %s are %d apart."
                        .formatted(rule.floorDays(), inOrder.get(index - 1), inOrder.get(index), gap));
            }
            if (gap < rule.minDays() && !overridden) {
                throw refusal(
                        "%s and %s are only %d days apart. Take %d or more, or let the clinic's manager override it."
                                .formatted(inOrder.get(index - 1), inOrder.get(index), gap, rule.minDays()));
            }
        }
    }

    /** Whether a service works on the scalp, so that it needs time to heal. */
    public static boolean isTreatment(String serviceCode) {
        return !UNTOUCHED.contains(serviceCode);
    }

    private static Refusal refusal(String detail) {
        return Refusal.rule("healing-gap", detail);
    }
}
