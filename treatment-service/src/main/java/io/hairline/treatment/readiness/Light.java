package io.hairline.treatment.readiness;

import java.util.List;

/** May she be treated? Amber may; whoever treats has read why. */
public enum Light {
    GREEN,
    AMBER,
    RED;

    static Light of(List<Step> steps) {
        if (steps.stream().anyMatch(it -> it.state() == StepState.MISSING || it.state() == StepState.BLOCKED)) {
            return RED;
        }
        return steps.stream().anyMatch(it -> it.state() == StepState.WARNING) ? AMBER : GREEN;
    }
}
