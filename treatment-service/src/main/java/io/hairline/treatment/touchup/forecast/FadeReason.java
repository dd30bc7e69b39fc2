package io.hairline.treatment.touchup.forecast;

import io.hairline.treatment.consultation.Findings;
import io.hairline.treatment.consultation.Fitzpatrick;
import io.hairline.treatment.consultation.Skin;
import java.util.EnumSet;
import java.util.Set;

/** Why a colour fades sooner or later than it might; by how many months is a setting. */
public enum FadeReason {
    LIGHT_SKIN,
    OILY_SKIN,
    OUTDOOR_WORK,
    /** The pigment was mixed with much water, so that little of it went in. */
    LIGHT_DILUTION,
    /** The course had fewer sessions than it takes to build a colour up. */
    FEW_SESSIONS,
    /** The session refreshed work of years ago, of which some lies beneath. */
    REFRESHED_WORK,
    /** Little of the colour had stayed when the healed skin was looked at. */
    LOW_RETENTION,
    HIGH_RETENTION,
    /** The client says that the colour has become much lighter. */
    SEEN_FADED,
    /** The client says that the colour looks as it did. */
    SEEN_GOOD;

    /** What a look at the skin decides. */
    public static final Set<FadeReason> OF_SKIN = Set.of(LIGHT_SKIN, OILY_SKIN);

    /** Of {@link #OF_SKIN}, what this look says. */
    public static Set<FadeReason> ofSkin(Findings seen) {
        Set<FadeReason> reasons = EnumSet.noneOf(FadeReason.class);
        if (seen.fitzpatrick() == Fitzpatrick.I || seen.fitzpatrick() == Fitzpatrick.II) {
            reasons.add(LIGHT_SKIN);
        }
        if (seen.skin() == Skin.OILY) {
            reasons.add(OILY_SKIN);
        }
        return reasons;
    }
}
