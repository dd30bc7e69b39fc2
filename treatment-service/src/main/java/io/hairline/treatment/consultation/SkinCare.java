package io.hairline.treatment.consultation;

import java.util.EnumSet;
import java.util.Set;

/** What a skin needs more than others in the weeks after a session. */
public enum SkinCare {
    SUN_SENSITIVE,
    OILY,
    DRY;

    /** What follows from a look at the skin. */
    public static Set<SkinCare> of(Findings seen) {
        Set<SkinCare> needs = EnumSet.noneOf(SkinCare.class);
        if (seen.fitzpatrick() == Fitzpatrick.I || seen.fitzpatrick() == Fitzpatrick.II) {
            needs.add(SUN_SENSITIVE);
        }
        if (seen.skin() == Skin.OILY) {
            needs.add(OILY);
        }
        if (seen.skin() == Skin.DRY) {
            needs.add(DRY);
        }
        return needs;
    }
}
