package io.hairline.treatment.patchtest;

/** What the skin said to the pigment. */
public enum PatchTestResult {
    PASS,
    FAIL,
    INCONCLUSIVE
}
