package io.hairline.treatment.readiness;

/**
 * One thing that must be there.
 *
 * @param detail a sentence that the desk may read out: no clinical word
 */
public record Step(StepCode code, StepState state, StepCode.Doer who, String detail) {

    static Step of(StepCode code, StepState state, String detail) {
        return new Step(code, state, code.doer(), detail);
    }
}
