package io.hairline.treatment.touchup.forecast;

/**
 * Why a colour fades sooner than it might, and by how many months. That these three matter is what practitioners report; the
 * months are the brand's own choice within the two to six years that clinics publish.
 */
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
