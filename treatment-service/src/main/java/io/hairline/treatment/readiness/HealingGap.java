package io.hairline.treatment.readiness;

import static io.hairline.treatment.readiness.StepCode.HEALING_GAP;

import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long the scalp rests between two sessions, in local days; the numbers are head office's. */
final class HealingGap {

    private HealingGap() {}

    /**
     * Judges a day.
     *
     * @param last the day of the last session, if there was one
     * @param sameCourse whether that one and this belong together, so that too long is a pity too
     */
    static ReadinessStep judge(HealingRule rule, @Nullable LocalDate last, LocalDate day, boolean sameCourse) {
        if (last == null) {
            return ReadinessStep.of(HEALING_GAP, StepState.DONE, "This is the first session.");
        }
        long days = ChronoUnit.DAYS.between(last, day);
        if (days < rule.floorDays()) {
            return ReadinessStep.of(
                            HEALING_GAP,
                            StepState.BLOCKED,
                            "The last session was on " + last + ", " + count(days) + " before " + day
                                    + "; move this one to " + last.plusDays(rule.minDays()) + " or later.")
                    .possibleFrom(last.plusDays(rule.minDays()));
        }
        if (days < rule.minDays()) {
            return ReadinessStep.overridable(
                            HEALING_GAP,
                            "Only " + count(days) + " from the last session to " + day + "; the skin needs "
                                    + rule.minDays() + ". The clinic's manager can override this with a reason.")
                    .possibleFrom(last.plusDays(rule.minDays()));
        }
        if (sameCourse && days > rule.warnAfterDays()) {
            return ReadinessStep.of(
                    HEALING_GAP,
                    StepState.WARNING,
                    count(days) + " from the last session to " + day + "; more than " + rule.warnAfterDays()
                            + " is long.");
        }
        return ReadinessStep.of(HEALING_GAP, StepState.DONE, count(days) + " from the last session to " + day + ".");
    }

    private static String count(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
