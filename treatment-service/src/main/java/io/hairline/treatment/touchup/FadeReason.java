package io.hairline.treatment.touchup;

/** Why a colour fades sooner than it might. */
public enum FadeReason {
    LIGHT_SKIN(12),
    OILY_SKIN(6),
    OUTDOOR_WORK(6);

    private final int months;

    FadeReason(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
