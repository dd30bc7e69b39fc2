package io.hairline.treatment.readiness;

import java.util.List;

/** All steps for one appointment, and what they come to. */
public record Readiness(ReadinessLevel light, List<ReadinessStep> steps) {

    public Readiness {
        steps = List.copyOf(steps);
    }

    static Readiness of(List<ReadinessStep> steps) {
        return new Readiness(ReadinessLevel.of(steps), steps);
    }

    public boolean mayStart() {
        return light != ReadinessLevel.RED;
    }

    boolean isOverridable(StepCode code) {
        return steps.stream().anyMatch(it -> it.code() == code && it.overridable());
    }

    String detailOf(StepCode code) {
        return steps.stream()
                .filter(it -> it.code() == code)
                .findFirst()
                .map(ReadinessStep::detail)
                .orElse("this appointment doesn't ask for it.");
    }

    /** As the client may see it: why somebody overrode a step is for the staff. */
    Readiness withoutReasons() {
        return new Readiness(
                light, steps.stream().map(ReadinessStep::withoutReason).toList());
    }
}
