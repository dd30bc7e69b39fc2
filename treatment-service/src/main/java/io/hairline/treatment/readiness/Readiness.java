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
}
