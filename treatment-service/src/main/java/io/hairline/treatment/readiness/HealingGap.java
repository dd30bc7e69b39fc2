package io.hairline.treatment.readiness;

import static io.hairline.treatment.readiness.StepCode.HEALING_GAP;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long her skin rests between two sessions, in local days. */
final class HealingGap {

    private static final long LEAST = 7;
    private static final long BETTER = 10;
    private static final long MOST = 30;

    private HealingGap() {}

    /**
     * Judges a day.
     *
     * @param last the day of her last session, if there was one
     * @param sameCourse whether that one and this belong together, so that too long is a pity too
     */
    static ReadinessStep judge(@Nullable LocalDate last, LocalDate day, boolean sameCourse) {
        if (last == null) {
            return ReadinessStep.of(HEALING_GAP, StepState.DONE, "This is her first session.");
        }
        long days = ChronoUnit.DAYS.between(last, day);
        if (days < LEAST) {
            return ReadinessStep.of(
                    HEALING_GAP,
                    StepState.BLOCKED,
                    "Her last session was on " + last + "; move this one to " + last.plusDays(LEAST) + " or later.");
        }
        if (days < BETTER) {
            return ReadinessStep.of(
                    HEALING_GAP, StepState.WARNING, "Only " + days + " days since her last session; ten are better.");
        }
        if (sameCourse && days > MOST) {
            return ReadinessStep.of(
                    HEALING_GAP, StepState.WARNING, days + " days since her last session; more than 30 is long.");
        }
        return ReadinessStep.of(HEALING_GAP, StepState.DONE, days + " days since her last session.");
    }
}
