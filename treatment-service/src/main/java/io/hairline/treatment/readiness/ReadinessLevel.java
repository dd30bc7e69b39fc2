package io.hairline.treatment.readiness;

import java.util.List;

/** Whether a session may start. With amber it may, once the practitioner has read why. */
public enum ReadinessLevel {
    GREEN,
    AMBER,
    RED;

    static ReadinessLevel of(List<ReadinessStep> steps) {
        return steps.stream()
                .map(it -> of(it.state()))
                .max((one, other) -> one.compareTo(other))
                .orElse(GREEN);
    }

    private static ReadinessLevel of(StepState state) {
        return switch (state) {
            case DONE -> GREEN;
            case WARNING, OVERRIDDEN -> AMBER;
            case MISSING, BLOCKED -> RED;
        };
    }
}
