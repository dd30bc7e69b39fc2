package io.hairline.treatment.touchup.selfcheck;

import io.hairline.treatment.touchup.forecast.FadeReason;
import java.util.Set;

/** How a client says that the colour looks. */
enum ColourSeen {
    AS_BEFORE(FadeReason.SEEN_GOOD),
    A_LITTLE_LIGHTER,
    MUCH_LIGHTER(FadeReason.SEEN_FADED),
    /** Blotchy, of another shade, or something else that somebody should look at. */
    NOT_RIGHT;

    static final Set<FadeReason> REASONS = Set.of(FadeReason.SEEN_GOOD, FadeReason.SEEN_FADED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<FadeReason> reasons;

    ColourSeen(FadeReason... reasons) {
        this.reasons = Set.of(reasons);
    }

    Set<FadeReason> reasons() {
        return reasons;
    }

    /** Whether somebody should look at it before its touch-up. */
    boolean suggestsConsultation() {
        return this == NOT_RIGHT || this == MUCH_LIGHTER;
    }
}
