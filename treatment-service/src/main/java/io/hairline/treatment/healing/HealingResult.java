package io.hairline.treatment.healing;

/** How the skin looks some time after a session. */
enum HealingResult {
    HEALED,
    NOT_YET,
    PROBLEM;

    boolean isReleasing() {
        return this == HEALED;
    }
}
