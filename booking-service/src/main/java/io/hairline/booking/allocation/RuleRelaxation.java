package io.hairline.booking.allocation;

import io.hairline.contracts.booking.PlanOverride;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may relax for one appointment.
 *
 * @param words why, for the clinic's people; sealed
 */
public record RuleRelaxation(PlanOverride plan, @Nullable String words) {

    boolean relaxes(String rule) {
        return plan.rules().contains(rule);
    }
}
