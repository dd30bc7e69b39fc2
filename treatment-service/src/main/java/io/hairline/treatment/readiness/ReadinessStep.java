package io.hairline.treatment.readiness;

/**
 * One thing that must be there.
 *
 * @param detail a sentence that the desk may read out: no clinical word
 */
public record ReadinessStep(StepCode code, StepState state, StepCode.Doer who, String detail) {

    static ReadinessStep of(StepCode code, StepState state, String detail) {
        return new ReadinessStep(code, state, code.doer(), detail);
    }
}
