package io.hairline.treatment.readiness;

import java.util.List;

/** May she be treated? Amber may; whoever treats has read why. */
public enum ReadinessLevel {
    GREEN,
    AMBER,
    RED;

    static ReadinessLevel of(List<ReadinessStep> steps) {
        if (steps.stream().anyMatch(it -> it.state() == StepState.MISSING || it.state() == StepState.BLOCKED)) {
            return RED;
        }
        return steps.stream().anyMatch(it -> it.state() == StepState.WARNING) ? AMBER : GREEN;
    }
}
